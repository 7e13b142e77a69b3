"""What the facilitator's console and the projector show of a workshop: where it is, the one next step, the way back, the wall."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.ledger.ids import uuid7
from milpa.web import formats
from milpa.workshops import wall as walls
from milpa.workshops.agenda import Agenda, Step, agenda_of
from milpa.workshops.ballots import names_in
from milpa.workshops.commitments import commitments
from milpa.workshops.counting import result_of, voted
from milpa.workshops.models import Participant, Vote, Workshop
from milpa.workshops.moves import Moved, newest_moves
from milpa.workshops.naming import Rule, naming_of
from milpa.workshops.results_shown import counted, shown_result
from milpa.workshops.shown import Here, Pile, ShownVote
from milpa.workshops.slip_counts import not_in_the_box
from milpa.workshops.speaking import SHARING, Speaking, speaking_in
from milpa.workshops.timing import Clock, clock_of
from milpa.workshops.to_read import to_read_words
from milpa.workshops.wall import CardOnWall, Wall
from milpa.workshops.ways_to_vote import explained, rule_of

BY_HAND = ("paper", "voice")
WRITING = ("writing", "workers_apart")
GROUPING = ("grouping", "naming")
JUDGED = ("suitability",)
ENDING = ("commitments", "closing")
COUNTED = ("voting", *JUDGED)


@dataclass
class Room:
    """A workshop at this moment, read once for a page."""

    workshop: Workshop
    agenda: Agenda
    people: list[Participant]
    wall: Wall = field(default_factory=lambda: Wall((), ()))
    vote: ShownVote | None = None
    decided: ShownVote | None = None  # the vote that orders the needs; the same, unless a pasted list was voted on since
    moderated: list[tuple[CardOnWall, str]] = field(default_factory=list)
    commitments: list[dict[str, Any]] = field(default_factory=list)
    timer: Clock | None = None
    naming: Rule | None = None
    moves: list[Moved] = field(default_factory=list)
    slips_open: int = 0  # paper slips given out and not in the box yet
    speaking: Speaking | None = None

    @property
    def is_over(self) -> bool:
        return self.agenda.closed_at is not None

    @property
    def now(self) -> Step | None:
        return self.agenda.here

    @property
    def kind(self) -> str:
        return self.now.activity.kind if self.now else ""

    @property
    def now_title(self) -> str:
        return self.now.activity.title if self.now else self.workshop.title

    @property
    def now_say(self) -> str:
        return self.now.activity.say if self.now else ""

    @property
    def here(self) -> Here:
        return Here.of(self.people)

    @property
    def beside_phones(self) -> list[Participant]:
        return [person for person in self.people if person.way in BY_HAND]

    @property
    def steps(self) -> list[dict[str, Any]]:
        return [{"label": one.activity.title, "state": self._state(one), "meta": self._meta(one)} for one in self.agenda.steps]

    def _state(self, one: Step) -> str:
        return "past" if self.is_over else "here" if one == self.now else "next" if one.state == "here" else one.state

    def _meta(self, one: Step) -> str:
        if self.is_over or one != self.now:
            return ""
        if self.kind in WRITING:
            return ngettext("{n} card", "{n} cards", self.cards_n).format(n=self.cards_n)
        if self.kind in GROUPING:
            return self.grouped_words
        if self.kind == "voting" and self.vote:
            return _("{n} of {all} have voted").format(n=self.vote.voted, all=self.here.all)
        return _("{n} minutes").format(n=one.activity.minutes) if one.activity.minutes else ""

    @property
    def aloud(self) -> str:
        """What a screen reader says when something happens: which activity, and how far it is."""
        meta = self._meta(self.now) if self.now else ""
        return f"{self.now_title}: {meta}" if meta else self.now_title

    @property
    def following(self) -> Step | None:
        return self.agenda.following

    @property
    def previous(self) -> Step | None:
        return self.agenda.before

    @property
    def planned_vote(self) -> tuple[str, str, str]:
        """(method, name, what it is good for) of the vote that one button opens."""
        return next(one for one in explained() if one[0] == self.agenda.method)

    @property
    def every_activity(self) -> list[tuple[Any, str]]:
        """To go to any of them: (id, title)."""
        return [(one.activity.id, one.activity.title) for one in self.agenda.steps]

    @property
    def next_label(self) -> str:
        return _("Go on to “{activity}”").format(activity=self.following.activity.title) if self.following else ""

    @property
    def next_confirm(self) -> str:
        """What is asked once more before going on: cards that would be left over, a vote that is still open."""
        if self.kind in GROUPING and self.loose:
            n = len(self.loose)
            return ngettext("{n} card has no group yet. Go on?", "{n} cards have no group yet. Go on?", n).format(n=n)
        return ""

    @property
    def close_vote_confirm(self) -> str:
        """What is asked once more before a vote is closed: slips that nobody has typed twice would not count."""
        asked = _("Close the vote? Nobody can vote afterwards.")
        if not self.slips_open:
            return asked
        said = ngettext("{n} paper slip is not in the box yet.", "{n} paper slips are not in the box yet.", self.slips_open)
        return f"{said.format(n=self.slips_open)} {asked}"

    @property
    def to_read(self) -> str:
        """How many photographed cards wait to be read, in words; empty where none does."""
        return "" if self.is_over else to_read_words(self.workshop)

    @property
    def close_confirm(self) -> str:
        """What is asked once more before the workshop is closed: photographs that nobody has read would not be on the wall."""
        asked = _("Close the workshop? Its groups become proposals of needs. What was said stays as it is.")
        return f"{self.to_read}. {asked}" if self.to_read else asked

    @property
    def next_fields(self) -> dict[str, Any]:
        return self._leads_to(self.following)

    @property
    def back_fields(self) -> dict[str, Any]:
        return self._leads_to(self.previous)

    @staticmethod
    def _leads_to(step: Step | None) -> dict[str, Any]:
        return {"form_id": uuid7(), "activity": step.activity.id} if step else {}

    @property
    def code(self) -> str:
        return self.workshop.code

    @property
    def join_url(self) -> str:
        return join_url(self.workshop)

    @property
    def join_short(self) -> str:
        """The address without its scheme, as one reads it aloud."""
        return self.join_url.partition("://")[2].removesuffix("/")

    @property
    def piles(self) -> list[Pile]:
        result = self.decided.result if self.decided else None
        standing = {one.group: one for one in result.standings} if result else {}
        found = [(group, standing.get(str(group.id))) for group in self.wall.groups]
        return [Pile(group, one.votes, one.rank, counted(result, one)) if one and result else Pile(group) for group, one in found]

    @property
    def loose(self) -> tuple[CardOnWall, ...]:
        return self.wall.loose

    @property
    def cards_n(self) -> int:
        return self.wall.cards

    @property
    def newest(self) -> list[CardOnWall]:
        """Cards, the newest first."""
        return self.wall.newest

    @property
    def grouped_words(self) -> str:
        return _("{grouped} of {all} cards have a group").format(grouped=self.wall.placed, all=self.cards_n)

    @property
    def judging(self) -> list[Pile]:
        """What training can solve, most voted first."""
        solvable = [pile for pile in self.piles if pile.cards and pile.solved is not False]
        return sorted(solvable, key=lambda pile: -(pile.dots or 0))

    @property
    def judged_rows(self) -> list[dict[str, Any]]:
        return [
            {"name": pile.name, "counted": pile.counted or None, "mean": formats.number(pile.mean, 1) if pile.mean is not None else None}
            | {"word": pile.suits_words}
            for pile in self.judging
        ]


def join_url(workshop: Workshop) -> str:
    """What the QR code says."""
    return f"{settings.ORIGIN}/w/{workshop.slug}/"


def people_of(workshop: Workshop) -> list[Participant]:
    return list(Participant.objects.in_workshop(workshop).select_related("enterprise").in_order())


def room_of(workshop: Workshop, *, whole: bool = False) -> Room:
    """Reads what the activity under way shows, or all of it (`whole`): at most twelve queries, whatever the number of cards."""
    room = Room(workshop, agenda_of(workshop), people_of(workshop))
    if not room.is_over and not whole:
        room.timer, room.naming = clock_of(workshop), naming_of(workshop)
    everything = whole or room.is_over
    if everything or room.kind not in ("", "welcome", "break"):
        room.wall = walls.wall_of(workshop)
    if room.agenda.vote and (everything or room.kind in COUNTED):
        room.vote = vote_of(room.agenda.vote, room.wall)
        room.decided = room.vote if room.vote.decides else deciding_vote(workshop, room.wall)
    if room.vote and room.vote.is_open and not whole:
        room.slips_open = not_in_the_box(room.vote.vote)
    if room.kind in GROUPING and not room.is_over:
        room.moderated, room.moves = walls.taken_off(workshop), newest_moves(workshop)
    if room.kind in SHARING and not room.is_over:
        room.speaking = speaking_in(workshop, room.people)
    if whole or room.kind in ENDING:
        room.commitments = commitments(workshop)
    return room


def vote_of(vote: Vote, wall: Wall) -> ShownVote:
    result = None if vote.is_open else result_of(vote)
    names = {str(group.id): group.name for group in wall.groups}
    shown = shown_result(vote, names, result) if result else None
    return ShownVote(vote, result.voted if result else voted(vote), result, list(names_in(vote, names).items()), rule_of(vote), shown)


def deciding_vote(workshop: Workshop, wall: Wall) -> ShownVote | None:
    vote = Vote.objects.deciding(workshop)
    return vote_of(vote, wall) if vote is not None else None


def still_to_vote(room: Room, marked: Iterable[Any]) -> list[Participant]:
    """Who is here without a phone and has not voted. `marked`: persons with a mark."""
    done = set(marked)
    return [person for person in room.beside_phones if person.person_id not in done]
