"""What a phone shows of the room at this moment, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from milpa.ledger import clock
from milpa.workshops.agenda import Agenda, agenda_of
from milpa.workshops.by_link import window_of
from milpa.workshops.counting import has_voted
from milpa.workshops.guests import Here
from milpa.workshops.models import Vote, Workshop
from milpa.workshops.naming import is_named
from milpa.workshops.own_cards import OwnCard, own_cards
from milpa.workshops.phone_forms import BallotForm, CardForm
from milpa.workshops.results_shown import ShownResult, shown_result
from milpa.workshops.timing import Clock, clock_of
from milpa.workshops.wall import names_of
from milpa.workshops.ways_to_vote import how_to, rule_of

LATE = ("sharing", "grouping", "naming", "training_or_not")  # what comes to mind while the cards are read can still be written


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
    named: bool = False  # cards carry names, as the group decided
    is_alone: bool = False  # taking part by link: it shows its own, not what the room shows
    timer: Clock | None = None
    card_form: CardForm | None = None
    ballot_form: BallotForm | None = None
    result: ShownResult | None = None
    rule: str = ""
    how_to: str = ""

    @property
    def status(self) -> int:
        return max(form.status for form in (self.card_form, self.ballot_form) if form) if self.card_form or self.ballot_form else 200


def room_of(at: Here, card_form: CardForm | None = None, ballot_form: BallotForm | None = None) -> Screen:
    """Nine queries at most, besides those of `here`."""
    agenda = agenda_of(at.workshop)
    mark = mark_of(agenda, at.is_published, is_named(at.workshop))
    window = window_of(at.workshop) if at.place.way == "link" else None
    by_link = window is not None and window.is_open(clock.now())
    if by_link and window and window.vote:
        agenda = replace(agenda, vote=window.vote)  # theirs, beside the room's
    mode = _mode(agenda, at.place.person_id)
    may_write = _may_write(agenda, mode) or (agenda.closed_at is None and (by_link or card_form is not None))
    screen = _screen(at.workshop, agenda, mode, mark, at.is_published)
    screen.after, screen.cards, screen.may_write, screen.is_alone = at.arrived, own_cards([at.place]), may_write, at.place.way == "link"
    screen.timer = clock_of(at.workshop) if agenda.closed_at is None else None
    return _with_forms(screen, at.workshop, agenda, card_form, ballot_form)


def shared_screen(workshop: Workshop, is_published: bool) -> Screen:
    """What every phone of the room shows at this moment, for whoever has not voted yet. Eight queries at most."""
    agenda = agenda_of(workshop)
    mode = _mode(agenda, None)
    screen = _screen(workshop, agenda, mode, mark_of(agenda, is_published, is_named(workshop)), is_published)
    screen.may_write = _may_write(agenda, mode)
    return _with_forms(screen, workshop, agenda)


def _screen(workshop: Workshop, agenda: Agenda, mode: str, mark: str, is_published: bool) -> Screen:
    named = is_named(workshop)
    heading, say = _words(workshop, agenda, mode, named)
    return Screen(mode, heading, say, mark, 0, [], is_published, named=named)


def _may_write(agenda: Agenda, mode: str) -> bool:
    return agenda.closed_at is None and (mode == "writing" or agenda.is_open(*LATE))


def _with_forms(
    screen: Screen, workshop: Workshop, agenda: Agenda, card_form: CardForm | None = None, ballot_form: BallotForm | None = None
) -> Screen:
    """With what can be done on it, or the result. `card_form`, `ballot_form`: one that comes back with what was typed."""
    if screen.may_write:
        screen.card_form = card_form or CardForm(initial={"named": "1" if screen.named else ""})
    screen.ballot_form = ballot_form
    if screen.mode == "voting" and agenda.vote is not None and ballot_form is None:
        screen.ballot_form = BallotForm(agenda.vote, _names(workshop))
    if screen.ballot_form is not None:
        screen.rule, screen.how_to = rule_of(screen.ballot_form.vote), how_to(screen.ballot_form.vote)
    if screen.mode == "counted" and agenda.vote is not None:
        screen.result = shown_result(agenda.vote, _names(workshop))
    return screen


def _mode(agenda: Agenda, person: UUID | None) -> str:
    if agenda.closed_at is not None:
        return "closed"
    if agenda.is_open("writing", "workers_apart"):
        return "writing"
    if agenda.vote is not None and agenda.vote.is_open:
        return "voted" if person is not None and has_voted(agenda.vote, person) else "voting"
    if agenda.vote is not None and agenda.is_open("voting", "suitability"):
        return "counted"
    return "listening" if agenda.here else "waiting"


def _words(workshop: Workshop, agenda: Agenda, mode: str, named: bool) -> tuple[str, str]:
    """The heading and the sentence below it."""
    if mode == "closed":
        return workshop.title, _("The workshop is over. Thank you: what you said stays here, with what becomes of it.")
    if mode == "writing":
        said = _("The group decided: on the wall your card carries your name.") if named else _("On the wall your card carries no name.")
        return workshop.question, said
    if mode in ("voting", "voted") and agenda.vote is not None:
        return agenda.vote.question, _("Nobody sees what you mark. The result is shown when the vote is closed.")
    if agenda.here is None:
        return workshop.title, _("You are in. In a moment it begins.")
    return agenda.here.activity.title, agenda.here.activity.say


def mark_of(agenda: Agenda, is_published: bool, named: bool) -> str:
    """The same as the phone makes of the live channel's state: where they differ, the page is read again."""
    activity = str(agenda.here.activity.id) if agenda.here and agenda.closed_at is None else ""
    vote = "none" if agenda.vote is None else f"{'open' if agenda.vote.is_open else 'closed'}.{agenda.vote.id}"
    return ":".join((activity, vote, str(agenda.closed_at is not None).lower(), str(is_published).lower(), str(named).lower()))


def mark_in(state: Mapping[str, Any]) -> str:
    """The same of what the live channel tells as state."""
    activity = "" if state["closed"] or state["activity"] is None else state["activity"]["id"]
    vote = state["vote"] if state["vote_id"] is None else f"{state['vote']}.{state['vote_id']}"
    flags = (str(state[key]).lower() for key in ("closed", "published", "named"))
    return ":".join((activity, vote, *flags))


def _names(workshop: Workshop) -> dict[str, str]:
    return {str(id): name for id, name in names_of(workshop).items()}


def vote_of(workshop: Workshop, id: str) -> tuple[Vote | None, dict[str, str]]:
    """The vote that a ballot names, of this workshop, with the names of the groups."""
    vote = said_vote(workshop.id, id)
    return vote, _names(workshop) if vote else {}


def said_vote(workshop_id: UUID, id: str) -> Vote | None:
    """The vote that a ballot names, of this workshop, as it was opened: whether it is still open is not to be read here."""
    try:
        vote = _as_opened(UUID(id))
    except (ValueError, Vote.DoesNotExist):
        return None
    return vote if vote.workshop_id == workshop_id else None


@lru_cache(maxsize=64)
def _as_opened(id: UUID) -> Vote:
    """What was opened never changes, and five hundred ballots name it. Raises Vote.DoesNotExist."""
    return Vote.objects.get(id=id)
