"""What a phone shows of the room at this moment, as plain values."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from milpa.workshops.agenda import Agenda, agenda_of
from milpa.workshops.counting import has_voted, result_of
from milpa.workshops.guests import Here
from milpa.workshops.models import Vote, Workshop
from milpa.workshops.own_cards import OwnCard, own_cards
from milpa.workshops.phone_forms import BallotForm, CardForm
from milpa.workshops.wall import names_of

LATE = ("grouping", "training_or_not")  # what comes to mind while the cards are read can still be written


@dataclass
class Screen:
    """`mode`: waiting, writing, listening, voting, voted, counted or closed. `mark`: what makes the page worth reading again."""

    mode: str
    heading: str
    say: str
    mark: str
    after: int
    cards: list[OwnCard]
    is_published: bool
    may_write: bool = False
    card_form: CardForm | None = None
    ballot_form: BallotForm | None = None
    result: list[dict[str, Any]] = field(default_factory=list)

    @property
    def status(self) -> int:
        return max(form.status for form in (self.card_form, self.ballot_form) if form) if self.card_form or self.ballot_form else 200


def room_of(at: Here, card_form: CardForm | None = None, ballot_form: BallotForm | None = None) -> Screen:
    """Seven queries at most, besides those of `here`."""
    agenda, is_published = agenda_of(at.workshop), at.is_published
    mode = _mode(agenda, at.place.person_id)
    may_write = agenda.closed_at is None and (mode == "writing" or agenda.is_open(*LATE) or card_form is not None)
    heading, say = _words(at.workshop, agenda, mode)
    screen = Screen(mode, heading, say, mark_of(agenda, is_published), at.arrived, own_cards([at.place]), is_published, may_write)
    if may_write:
        screen.card_form = card_form or CardForm()
    if mode == "voting" and agenda.vote is not None:
        screen.ballot_form = ballot_form or BallotForm(agenda.vote, _names(at.workshop))
    elif ballot_form is not None:
        screen.ballot_form = ballot_form
    if mode == "counted" and agenda.vote is not None:
        screen.result = counted(agenda.vote, _names(at.workshop))
    return screen


def _mode(agenda: Agenda, person: UUID) -> str:
    if agenda.closed_at is not None:
        return "closed"
    if agenda.is_open("writing", "workers_apart"):
        return "writing"
    if agenda.vote is not None and agenda.vote.is_open:
        return "voted" if has_voted(agenda.vote, person) else "voting"
    if agenda.vote is not None and agenda.is_open("voting", "suitability"):
        return "counted"
    return "listening" if agenda.here else "waiting"


def _words(workshop: Workshop, agenda: Agenda, mode: str) -> tuple[str, str]:
    """The heading and the sentence below it."""
    if mode == "closed":
        return workshop.title, _("The workshop is over. Thank you: what you said stays here, with what becomes of it.")
    if mode == "writing":
        return workshop.question, _("On the wall your card carries no name.")
    if mode in ("voting", "voted") and agenda.vote is not None:
        return agenda.vote.question, _("Nobody sees what you mark. The result is shown when the vote is closed.")
    if agenda.here is None:
        return workshop.title, _("You are in. In a moment it begins.")
    return agenda.here.activity.title, agenda.here.activity.say


def mark_of(agenda: Agenda, is_published: bool) -> str:
    """The same as the phone makes of the live channel's state: where they differ, the page is read again."""
    activity = str(agenda.here.activity.id) if agenda.here and agenda.closed_at is None else ""
    vote = "none" if agenda.vote is None else "open" if agenda.vote.is_open else "closed"
    return ":".join((activity, vote, str(agenda.closed_at is not None).lower(), str(is_published).lower()))


def counted(vote: Vote, names: dict[str, str]) -> list[dict[str, Any]]:
    """The rows of the result in the room: rank, group, dots."""
    found = result_of(vote)
    return [{"rank": row.rank, "name": names.get(row.group, ""), "dots": row.dots} for row in found.standings]


def _names(workshop: Workshop) -> dict[str, str]:
    return {str(id): name for id, name in names_of(workshop).items()}


def vote_of(workshop: Workshop, id: str) -> tuple[Vote | None, dict[str, str]]:
    """The vote that a ballot names, of this workshop, with the names of the groups."""
    try:
        key = UUID(id)
    except ValueError:
        return None, {}
    return Vote.objects.filter(id=key, workshop=workshop).first(), _names(workshop)
