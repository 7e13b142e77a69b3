"""The facilitator's console, the projector and the poster; from one activity to the next and back; the end."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.guide.sent import SentForm
from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.web import qr
from milpa.workshops.actions.closing import close_workshop, reopen_workshop
from milpa.workshops.actions.moving_on import open_activity
from milpa.workshops.consoles import Room, join_url, room_of, still_to_vote
from milpa.workshops.forms import CommitmentForm, PaperBallotForm, PaperCardForm, WhyForm
from milpa.workshops.models import BallotMark, Workshop
from milpa.workshops.models.voting import CRITERIA
from milpa.workshops.timing import now_milliseconds
from milpa.workshops.views.opening import done, may_in, opened, pressed
from milpa.workshops.vote_forms import OpenVoteForm

HEARS = "state voted turn photographed card placed moderated group named solved judged returned"  # what `live` tells that changes a page
SCALE = [("", "–"), (0, "0"), (1, "1"), (2, "2"), (3, "3")]


class StepForm(SentForm):
    activity = forms.UUIDField()


def show(request: Any, workshop: Workshop, *, status: int = 200, **typed: Any) -> HttpResponse:
    """The console, with forms as they were typed."""
    room, allowed = room_of(workshop), may_in(request.person, workshop.programme)
    is_hosts = workshop.institution_id == request.person.institution_id
    values = {
        "workshop": workshop,
        "room": room,
        "may_run": allowed("workshops.facilitate"),
        "may_see_people": (is_hosts or not room.is_over) and allowed("workshops.see_people"),
        "hears": HEARS,
        "now_milliseconds": now_milliseconds(),
        "criteria": CRITERIA,
        "scale": SCALE,
        "qr": qr.svg(room.join_url, _("To join the workshop")) if room.kind in ("", "welcome") else "",
        "paper_form": typed.get("paper_form") or PaperCardForm(people=room.beside_phones, named=bool(room.naming and room.naming.named)),
        "ballot_form": typed.get("ballot_form") or ballot_form(room),
        "vote_form": typed.get("vote_form") or OpenVoteForm(),
        "commitment_form": typed.get("commitment_form") or CommitmentForm(),
        "why_form": typed.get("why_form") or WhyForm(),
    }
    return render(request, "workshops/console.html", around(workshop.programme, **values), status=status)


def ballot_form(room: Room, data: Any = None) -> PaperBallotForm | None:
    """For those without a phone who have not voted; None while no vote is open."""
    if room.vote is None or not room.vote.is_open:
        return None
    marked = BallotMark.objects.filter(about=room.vote.vote.id).values_list("person", flat=True)
    return PaperBallotForm(data, people=still_to_vote(room, marked), vote=room.vote.vote, names=dict(room.vote.ballot))


@may("workshops.see")
@require_safe
def console(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return show(request, opened(request, programme, id))


@may("workshops.facilitate")
@require_POST
def step(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """To the next activity, or back to an earlier one: the form says which."""
    workshop, form = opened(request, programme, id, "workshops.facilitate"), StepForm(request.POST)
    if form.is_valid():
        done(request, lambda: open_activity(request.person, workshop.id, form.id, form.cleaned_data["activity"]))
    return redirect("workshops:console", programme, id)


@may("workshops.facilitate")
@require_POST
def close(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop = opened(request, programme, id, "workshops.facilitate")
    if pressed(request, lambda fact, _was: close_workshop(request.person, workshop.id, fact)):
        messages.success(request, _("The workshop is closed. Its groups are proposed as needs."))
    return redirect("workshops:console", programme, id)


@may("workshops.facilitate")
@require_POST
def reopen(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), WhyForm(request.POST)
    if form.carried_out(request.person, lambda: reopen_workshop(request.person, workshop.id, form.id, form.cleaned_data["why"])):
        return redirect("workshops:console", programme, id)
    return show(request, workshop, status=form.status, why_form=form)


@may("workshops.see")
@require_safe
def wall(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """The projector: no names, and no counts of a vote that is open."""
    workshop = opened(request, programme, id)
    room = room_of(workshop)
    values = {
        "workshop": workshop,
        "room": room,
        "hears": HEARS,
        "now_milliseconds": now_milliseconds(),
        "qr": qr.svg(room.join_url, _("To join the workshop")),
    }
    return render(request, "workshops/wall.html", around(workshop.programme, **values))


@may("workshops.see")
@require_safe
def poster(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop = opened(request, programme, id)
    address = join_url(workshop)
    values = {"workshop": workshop, "qr": qr.svg(address, _("To join the workshop")), "join_url": address}
    return render(request, "workshops/poster.html", around(workshop.programme, **values))
