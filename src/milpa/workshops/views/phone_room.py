"""The room on a phone: what is under way now, one's card, the wall, one's vote."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import guest
from milpa.workshops.actions import voting, writing
from milpa.workshops.guests import here
from milpa.workshops.phone_forms import BallotForm, CardForm
from milpa.workshops.refusals import NotAParticipant, VoteIsClosed
from milpa.workshops.screens import room_of, vote_of
from milpa.workshops.timing import now_milliseconds
from milpa.workshops.views.phone_answers import refused, told, wants_json
from milpa.workshops.views.phone_door import show_door
from milpa.workshops.wall import wall_of


@guest
@require_safe
def room(request: Any, code: str) -> HttpResponse:
    at = here(request, code)
    if at.participant is None:
        return redirect("workshops:join", at.workshop.slug)
    return show_room(request, at)


def show_room(request: Any, at: Any, **shown: Any) -> HttpResponse:
    """`shown`: a form that comes back with what was typed."""
    screen = room_of(at, **shown)
    return render(request, "workshops/phone/room.html", at.around(screen=screen, now_milliseconds=now_milliseconds()), status=screen.status)


@guest
@require_POST
def write_card(request: Any, code: str) -> HttpResponse:
    """One card. Sent again, it is answered as stored."""
    at, form = here(request, code), CardForm(request.POST)
    if at.participant is None:
        return refused(NotAParticipant()) if wants_json(request) else show_door(request, at, kept=request.POST.get("text", ""), status=403)

    def write() -> Any:
        return writing.write_card(
            at.person, at.workshop.id, form.id, form.cleaned_data["text"], said_at=form.said_at, named=form.cleaned_data["named"]
        )

    is_done = form.carried_out(at.person, write)
    if wants_json(request):
        return told(form, is_done)
    if is_done:
        messages.success(request, _("Your card is on the wall."))
        return redirect("workshops:room", at.workshop.slug)
    return show_room(request, at, card_form=form)


@guest
@require_POST
def ballot(request: Any, code: str) -> HttpResponse:
    """One's dots, whole. Sent again, they are answered as stored, also after the vote was closed."""
    at = here(request, code)
    if at.participant is None:
        return refused(NotAParticipant()) if wants_json(request) else show_door(request, at, status=403)
    vote, names = vote_of(at.workshop, request.POST.get("vote", ""))
    if vote is None:
        return refused(VoteIsClosed()) if wants_json(request) else redirect("workshops:room", at.workshop.slug)
    form = BallotForm(vote, names, request.POST)
    way = "link" if at.place.way == "link" else "phone"
    is_done = form.carried_out(at.person, lambda: voting.cast_ballot(at.person, vote.id, form.id, form.marks(), way=way))
    if wants_json(request):
        return told(form, is_done)
    return redirect("workshops:room", at.workshop.slug) if is_done else show_room(request, at, ballot_form=form)


@guest
@require_safe
def groups(request: Any, code: str) -> HttpResponse:
    """The wall as everybody sees it: nobody's name stands on it."""
    at = here(request, code)
    if at.participant is None:
        return redirect("workshops:join", at.workshop.slug)
    values = at.around(wall=wall_of(at.workshop), after=at.arrived)
    return render(request, "workshops/phone/groups.html", values)
