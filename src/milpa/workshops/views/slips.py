"""Paper slips, as whoever facilitates gives them out and types them; helpers have the same on their phones."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.workshops.actions import slips as acting
from milpa.workshops.agenda import agenda_of
from milpa.workshops.helper_forms import GiveForm, LeaveOutForm, SlipForm
from milpa.workshops.models import SlipCounted, SlipTyping, Vote, Workshop
from milpa.workshops.slips import option_names, slips_of
from milpa.workshops.views.opening import done, opened


def vote_of(workshop: Workshop) -> Vote:
    """The one on the screens. Raises Http404 while none is open."""
    vote = agenda_of(workshop).vote
    if vote is None or not vote.is_open:
        raise Http404
    return vote


def shown(workshop: Workshop, person: Any, address: Callable[[str], str], **typed: Any) -> dict[str, Any]:
    """What the page shows, at the desk and on a helper's phone. `address`: of each verb."""
    vote = vote_of(workshop)
    names = option_names(workshop, vote)
    verbs = ("give_slip", "take_slip_back", "type_slip", "settle_slip", "leave_slip_out", "retype_slip")
    return {
        "workshop": workshop,
        "vote": vote,
        "slips": slips_of(vote, person, names),
        "form": typed.get("form") or SlipForm(vote=vote, names=names),
        "settling": typed.get("settling") or SlipForm(vote=vote, names=names, settles=True),
        "leaving": typed.get("leaving") or LeaveOutForm(),
        "to": {verb: address(verb) for verb in verbs},
    }


def _at(programme: UUID, id: UUID) -> Callable[[str], str]:
    return lambda verb: reverse(f"workshops:{verb}", args=[programme, id])


def _page(request: Any, workshop: Workshop, status: int = 200, **typed: Any) -> HttpResponse:
    values = shown(workshop, request.person, _at(workshop.programme_id, workshop.id), **typed)
    return render(request, "workshops/slips.html", around(workshop.programme, **values), status=status)


@may("workshops.facilitate")
@require_safe
def slips(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return _page(request, opened(request, programme, id, "workshops.facilitate"))


def carry_out(request: Any, person: Any, workshop: Workshop, verb: str, back: str, page: Callable[..., HttpResponse]) -> HttpResponse:
    """One verb on the slips of the open vote, then back; a form that was refused is shown again with what was typed."""
    vote = vote_of(workshop)
    if verb in ("give_slip", "take_slip_back", "retype_slip"):
        _press(request, person, vote, verb)
        return redirect(back)
    if verb == "leave_slip_out":
        leaving = LeaveOutForm(request.POST)
        said = leaving.cleaned_data if leaving.is_valid() else {}
        if said and leaving.carried_out(person, lambda: acting.leave_slip_out(person, vote.id, leaving.id, said["slip"], said["why"])):
            messages.success(request, _("The slip is left out; the reason stays written."))
            return redirect(back)
        return page(status=leaving.status, leaving=leaving)
    return _typed(request, person, vote, verb == "settle_slip", back, page)


def _press(request: Any, person: Any, vote: Vote, verb: str) -> None:
    if verb == "retype_slip":
        number = request.POST.get("slip", "")
        if number.isascii() and number.isdigit():
            done(request, lambda: acting.retype_slip(person, vote.id, int(number)))
        return
    form = GiveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose who takes a slip."))
    elif verb == "give_slip":
        done(request, lambda: acting.give_slip(person, vote.id, form.id, form.whom))
    else:
        done(request, lambda: acting.take_slip_back(person, vote.id, form.id, form.whom, form.cleaned_data["why"]))


def _typed(request: Any, person: Any, vote: Vote, settles: bool, back: str, page: Callable[..., HttpResponse]) -> HttpResponse:
    form = SlipForm(request.POST, vote=vote, names=option_names(vote.workshop, vote), settles=settles)

    def act() -> Any:
        if settles:
            return acting.settle_slip(person, vote.id, form.number, form.marks, form.cleaned_data["why"])
        return acting.type_slip(person, vote.id, form.number, form.marks)

    if form.carried_out(person, act):
        messages.success(request, _said(form.made, form.number))
        return redirect(back)
    return page(status=form.status, **{"settling" if settles else "form": form})


def _said(made: Any, number: int) -> str:
    if isinstance(made, SlipCounted) and made.why:
        return _("Slip {n} is in the box; the reason stays written.").format(n=number)
    if isinstance(made, SlipCounted):
        return _("Both readings of slip {n} say the same: it is in the box.").format(n=number)
    if SlipTyping.objects.filter(vote=made.vote_id, number=number).count() > 1:
        return _("The two readings of slip {n} differ. Look at the paper together and settle it, with the reason.").format(n=number)
    return _("Slip {n} is typed. Somebody else types it the second time.").format(n=number)


def _verb(verb: str) -> Any:
    @may("workshops.facilitate")
    @require_POST
    def view(request: Any, programme: UUID, id: UUID) -> HttpResponse:
        workshop = opened(request, programme, id, "workshops.facilitate")
        back = reverse("workshops:slips", args=[programme, id])
        try:
            return carry_out(request, request.person, workshop, verb, back, lambda **more: _page(request, workshop, **more))
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect(back)

    return view


give, take_back, type_one = _verb("give_slip"), _verb("take_slip_back"), _verb("type_slip")
settle, leave_out, retype = _verb("settle_slip"), _verb("leave_slip_out"), _verb("retype_slip")
