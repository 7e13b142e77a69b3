"""What a phone shows of the room at this moment, as plain values."""

from dataclasses import dataclass, replace
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
    agenda, is_published = agenda_of(at.workshop), at.is_published
    named = is_named(at.workshop)
    mark = mark_of(agenda, is_published, named)
    window = window_of(at.workshop) if at.place.way == "link" else None
    by_link = window is not None and window.is_open(clock.now())
    if by_link and window and window.vote:
        agenda = replace(agenda, vote=window.vote)  # theirs, beside the room's
    mode = _mode(agenda, at.place.person_id)
    may_write = agenda.closed_at is None and (mode == "writing" or by_link or agenda.is_open(*LATE) or card_form is not None)
    heading, say = _words(at.workshop, agenda, mode, named)
    screen = Screen(mode, heading, say, mark, at.arrived, own_cards([at.place]), is_published, may_write, named)
    screen.timer = clock_of(at.workshop) if agenda.closed_at is None else None
    if may_write:
        screen.card_form = card_form or CardForm(initial={"named": "1" if named else ""})
    if mode == "voting" and agenda.vote is not None:
        screen.ballot_form = ballot_form or BallotForm(agenda.vote, _names(at.workshop))
    elif ballot_form is not None:
        screen.ballot_form = ballot_form
    if screen.ballot_form is not None:
        screen.rule, screen.how_to = rule_of(screen.ballot_form.vote), how_to(screen.ballot_form.vote)
    if mode == "counted" and agenda.vote is not None:
        screen.result = shown_result(agenda.vote, _names(at.workshop))
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
    vote = "none" if agenda.vote is None else "open" if agenda.vote.is_open else "closed"
    return ":".join((activity, vote, str(agenda.closed_at is not None).lower(), str(is_published).lower(), str(named).lower()))


def _names(workshop: Workshop) -> dict[str, str]:
    return {str(id): name for id, name in names_of(workshop).items()}


def vote_of(workshop: Workshop, id: str) -> tuple[Vote | None, dict[str, str]]:
    """The vote that a ballot names, of this workshop, with the names of the groups."""
    try:
        key = UUID(id)
    except ValueError:
        return None, {}
    return Vote.objects.filter(id=key, workshop=workshop).first(), _names(workshop)
