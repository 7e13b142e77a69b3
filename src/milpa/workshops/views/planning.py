"""Workshops of a programme, planning one, and who is invited."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from milpa.ledger import clock
from milpa.people.doors import may
from milpa.programmes.views.fetching import around, fetch
from milpa.workshops import listings
from milpa.workshops.actions.planning import edit_workshop, explain_voice, invite, plan_workshop
from milpa.workshops.attendance import balances
from milpa.workshops.consoles import join_url
from milpa.workshops.forms import InviteForm, PlanForm, VoiceForm, named_in_register
from milpa.workshops.methods import methods
from milpa.workshops.models import Workshop, WorkshopInvited
from milpa.workshops.models.workshop import ANSWERED, MOMENTS
from milpa.workshops.outcomes import closed_or_not
from milpa.workshops.views.opening import may_in, opened, suggested
from milpa.workshops.voices import voice_lines

WRITTEN = ("title", "question", "place", "starts_at", "minutes", "care", "phones_group")


@may("workshops.see")
@require_safe
def workshops(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "workshops.see")
    rows = list(closed_or_not(found).values_list("is_over", flat=True))
    values = {"state": _how_they_stand(rows), "may_plan": may_in(request.person, found)("workshops.plan"), "any": bool(rows)}
    return listings.workshops(request, programme).answer("workshops/list.html", **around(found, **values))


def _how_they_stand(rows: list[bool]) -> str:
    if not rows:
        return _("No workshop is planned yet.")
    closed, n = sum(rows), len(rows)
    planned = ngettext("{n} workshop", "{n} workshops", n).format(n=n)
    return _("{workshops}; {closed} closed.").format(workshops=planned, closed=closed)


@may("workshops.plan")
def plan(request: Any, programme: UUID) -> HttpResponse:
    found, form = fetch(request, programme, "workshops.plan"), PlanForm(request.POST or None)
    if form.carried_out(request.person, lambda: _plan(request.person, found, form)):
        return redirect("workshops:parts", programme, form.made.id)
    values = {"form": form, "workshop": None, "methods": methods(), "back": "workshops:list"}
    return render(request, "workshops/plan.html", around(found, **values), status=form.status)


def _plan(person: Any, programme: Any, form: PlanForm) -> Any:
    return plan_workshop(person, programme.id, form.id, parts=form.parts, **form.written(WRITTEN))


@may("workshops.plan")
def edit(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """What is asked, where and when."""
    workshop = opened(request, programme, id, "workshops.plan")
    form = PlanForm(request.POST or None, workshop=workshop)
    if form.carried_out(request.person, lambda: edit_workshop(request.person, workshop.id, form.was, **form.written(WRITTEN))):
        messages.success(request, _("Saved."))
        return redirect("workshops:console", programme, id)
    values = {"form": form, "workshop": workshop, "methods": [], "agenda": list(workshop.activities.all())}
    return render(request, "workshops/plan.html", around(workshop.programme, **values), status=form.status)


def asked(workshop: Workshop) -> list[tuple[Any, str]]:
    """To choose an invitation from: (id, whom it asked)."""
    rows = WorkshopInvited.objects.standing().filter(workshop=workshop).select_related("enterprise").in_order()
    return [(row.id, row.enterprise.name if row.enterprise else row.whom) for row in rows]


def _invitations(request: Any, workshop: Workshop, *, status: int = 200, **typed: Any) -> HttpResponse:
    n, voices = balances(WorkshopInvited, [workshop.id], "invited")[workshop.id]
    values = {
        "workshop": workshop,
        "answers": ANSWERED,
        "state": ngettext("{n} invitation is written down.", "{n} invitations are written down.", n).format(n=n),
        "form": typed.get("form") or InviteForm(today=timezone.localtime(clock.now()).date()),
        "voice_form": typed.get("voice_form") or VoiceForm(),
        "voices": voice_lines(voices),
        "missing": voices.missing,
        "asked": asked(workshop),
        "may_invite": may_in(request.person, workshop.programme)("workshops.invite"),
        "join_url": join_url(workshop),
        "register": suggested(workshop.programme_id),
    }
    listing = listings.invitations(request, workshop.programme_id, workshop.id)
    answer = listing.answer("workshops/invitations.html", **around(workshop.programme, **values))
    answer.status_code = status if status != 200 else answer.status_code
    return answer


@may("workshops.see_people")
@require_safe
def invitations(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return _invitations(request, opened(request, programme, id, "workshops.see_people"))


@may("workshops.invite")
@require_POST
def write_invitation(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop = opened(request, programme, id, "workshops.invite")
    form = InviteForm(request.POST, today=timezone.localtime(clock.now()).date())
    if form.carried_out(request.person, lambda: _invite(request.person, workshop, form)):
        messages.success(request, _("The invitation is written down."))
        return redirect("workshops:invitations", programme, id)
    return _invitations(request, workshop, status=form.status, form=form)


def _invite(person: Any, workshop: Workshop, form: InviteForm) -> Any:
    said = form.cleaned_data
    known = named_in_register(workshop.programme_id, said["enterprise"])
    whom = "" if known else said["enterprise"]
    return invite(person, workshop.id, form.id, way=said["way"], on=said["on"], enterprise_id=known, whom=whom, note=said["note"])


@may("workshops.invite")
@require_POST
def explain(request: Any, programme: UUID, id: UUID, moment: str) -> HttpResponse:
    """Why a voice that is usually missing was not invited, or did not come."""
    if moment not in dict(MOMENTS):
        raise Http404
    workshop, form = opened(request, programme, id, "workshops.invite"), VoiceForm(request.POST)
    back = "workshops:minutes" if moment == "present" else "workshops:invitations"
    said = form.cleaned_data if form.is_valid() else {}
    if said and form.carried_out(
        request.person, lambda: explain_voice(request.person, workshop.id, form.id, moment, said["voice"], said["why"])
    ):
        return redirect(back, programme, id)
    messages.error(request, _("Choose the voice and write why it is not there."))
    return redirect(back, programme, id)
