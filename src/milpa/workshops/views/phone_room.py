"""The room on a phone: what is under way now, one's card, the wall, one's vote."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import guest
from milpa.workshops.actions import voting, writing
from milpa.workshops.guests import Voice, here, voice
from milpa.workshops.phone_forms import BallotForm, CardForm
from milpa.workshops.refusals import NotAParticipant, VoteIsClosed
from milpa.workshops.screens import room_of, said_vote, vote_of
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
    form = CardForm(request.POST)
    if wants_json(request):
        return _stored(form, voice(request, code), lambda who: _write(who, form))
    at = here(request, code)
    if at.participant is None:
        return show_door(request, at, kept=request.POST.get("text", ""), status=403)
    if form.carried_out(None, lambda: _write(Voice.of(at), form)):
        messages.success(request, _("Your card is on the wall."))
        return redirect("workshops:room", at.workshop.slug)
    return show_room(request, at, card_form=form)


def _write(who: Voice, form: CardForm) -> Any:
    said = form.cleaned_data
    return writing.write_card(who.person, who.workshop_id, form.id, said["text"], said_at=form.said_at, named=said["named"])


@guest
@require_POST
def ballot(request: Any, code: str) -> HttpResponse:
    """One's dots, whole. Sent again, they are answered as stored, also after the vote was closed."""
    if wants_json(request):
        return _ballot_of_outbox(request, code)
    at = here(request, code)
    if at.participant is None:
        return show_door(request, at, status=403)
    vote, names = vote_of(at.workshop, request.POST.get("vote", ""))
    if vote is None:
        return redirect("workshops:room", at.workshop.slug)
    form = BallotForm(vote, names, request.POST)
    is_done = form.carried_out(None, lambda: _cast(Voice.of(at), form))
    return redirect("workshops:room", at.workshop.slug) if is_done else show_room(request, at, ballot_form=form)


def _ballot_of_outbox(request: Any, code: str) -> HttpResponse:
    """Without the groups' names: nobody is shown a form."""
    who = voice(request, code)
    vote = said_vote(who.workshop_id, request.POST.get("vote", "")) if who else None
    if who is not None and vote is None:
        return refused(VoteIsClosed())
    form = BallotForm(vote, {}, request.POST) if vote else None
    return _stored(form, who, lambda voter: _cast(voter, form))


def _cast(who: Voice, form: Any) -> Any:
    way = "link" if who.way == "link" else "phone"
    return voting.cast_ballot(who.person, form.vote.id, form.id, form.marks(), way=way)


def _stored(form: Any, who: Voice | None, act: Callable[[Voice], Any]) -> HttpResponse:
    """What a phone's outbox is told; nobody's phone keeps what it sent and is told so."""
    return refused(NotAParticipant()) if who is None else told(form, form.carried_out(None, lambda: act(who)))


@guest
@require_safe
def groups(request: Any, code: str) -> HttpResponse:
    """The wall as everybody sees it: nobody's name stands on it."""
    at = here(request, code)
    if at.participant is None:
        return redirect("workshops:join", at.workshop.slug)
    values = at.around(wall=wall_of(at.workshop), after=at.arrived)
    return render(request, "workshops/phone/groups.html", values)
