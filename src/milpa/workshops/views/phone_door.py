"""Coming in: the code, a name; the same person on another phone."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.conglomerates.models import Enterprise
from milpa.ledger.refusals import Refusal
from milpa.people import browser
from milpa.people.doors import guest
from milpa.workshops import tokens
from milpa.workshops.actions import joining
from milpa.workshops.actions.handing_over import tried
from milpa.workshops.by_link import is_open
from milpa.workshops.guests import Here, here
from milpa.workshops.models import Workshop
from milpa.workshops.phone_forms import CodeForm, JoinForm, NumberForm
from milpa.workshops.refusals import LinkNotOpen

FEWEST_LETTERS, MOST_NAMES = 3, 8


@guest
def enter(request: Any) -> HttpResponse:
    """The code as it was called across the room."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        found = Workshop.objects.called(form.cleaned_data["code"]).first()
        if found is not None:
            return redirect("workshops:join", found.slug)
        form.add_error("code", _("No workshop has this code. Ask whoever facilitates to say it again."))
    return render(request, "workshops/phone/enter.html", {"form": form}, status=422 if form.is_bound else 200)


@guest
def join(request: Any, code: str) -> HttpResponse:
    """A name and, if one wishes, one's enterprise: nothing else is asked."""
    at = here(request, code)
    if at.participant is not None:
        return redirect("workshops:room", at.workshop.slug)
    if at.workshop.is_closed:
        return redirect("workshops:result", at.workshop.slug)
    first = {"name": request.person.name if request.person else "", "by_link": "1" if "link" in request.GET else ""}
    form = JoinForm(request.POST or None, initial=first)
    if form.is_bound and form.is_valid() and form.carried_out(None, lambda: _join(request, at, form)):
        form.made.workshop = at.workshop
        if form.made.name != joining.plain(form.cleaned_data["name"], joining.NAME_LENGTH):
            said = _("Somebody here has the same name, so you are “{name}” on the list. If that is you, go on with your number instead.")
            messages.info(request, said.format(name=form.made.name))
        return tokens.remember(request, redirect("workshops:room", at.workshop.slug), form.made)
    return show_door(request, at, form)


def show_door(request: Any, at: Here, form: JoinForm | None = None, kept: str = "", status: int | None = None) -> HttpResponse:
    """`kept`: what somebody wrote with a phone that is not in the workshop."""
    form = form or JoinForm()
    values = at.around(form=form, kept=kept, is_closed=at.workshop.is_closed)
    return render(request, "workshops/phone/join.html", values, status=status or form.status)


def _join(request: Any, at: Here, form: JoinForm) -> Any:
    said, person = form.cleaned_data, request.person
    if said["by_link"] and not is_open(at.workshop.id):
        raise LinkNotOpen
    own = person if person is not None and person.institution_id == at.workshop.institution_id else None
    return joining.join(
        at.workshop.id,
        form.id,
        said["name"],
        enterprise_text=said["enterprise"],
        position=said["position"],
        way="link" if said["by_link"] else "phone",
        by=own,
        person_id=own.id if own else None,
        language=(get_language() or "es")[:2],
    )


@guest
def other_phone(request: Any, code: str) -> HttpResponse:
    """On the phone that is in the workshop: its number. On another: where the number is typed."""
    at, status, mine = here(request, code), 200, browser.token(request)
    form = NumberForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            place = tried(at.workshop.id, mine, lambda: joining.come_back(at.workshop.id, form.cleaned_data["number"]))
        except Refusal as refusal:
            form.add_error("number", str(refusal))
            status = refusal.status
        else:
            place.workshop = at.workshop
            return tokens.remember(request, redirect("workshops:room", at.workshop.slug), place)
    number = joining.handover_number(at.participant) if at.participant else ""
    values = at.around(form=form, number=f"{number[:4]} {number[4:]}".strip())
    answer = render(request, "workshops/phone/other_phone.html", values, status=422 if form.errors and status == 200 else status)
    return browser.remember(answer, mine)


@guest
@require_safe
def register(request: Any, code: str) -> HttpResponse:
    """Names of the register that hold what was typed, as JSON: to choose one's enterprise from."""
    typed, at = " ".join(request.GET.get("q", "").split()), here(request, code)
    if len(typed) < FEWEST_LETTERS or at.workshop.is_closed:
        return JsonResponse({"names": []})
    found = Enterprise.objects.filter(programme=at.workshop.programme_id, joined_into=None, name__icontains=typed).order_by("name")
    return JsonResponse({"names": list(found.values_list("name", flat=True)[:MOST_NAMES])})


@guest
@require_POST
def leave(request: Any, code: str) -> HttpResponse:
    """Somebody else takes this phone: it forgets who held it. What they wrote stays."""
    at = here(request, code)
    return tokens.forget(redirect("workshops:join", at.workshop.slug), at.workshop)
