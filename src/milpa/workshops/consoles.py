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
from milpa.workshops.counting import result_of, voted
from milpa.workshops.models import Commitment, Participant, Vote, Workshop
from milpa.workshops.shown import Here, Pile, ShownVote
from milpa.workshops.wall import CardOnWall, Wall

BY_HAND = ("paper", "voice")
WRITING = ("writing", "workers_apart")
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
    moderated: list[tuple[CardOnWall, str]] = field(default_factory=list)
    commitments: list[dict[str, Any]] = field(default_factory=list)

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
        if self.kind == "grouping":
            return self.grouped_words
        if self.kind == "voting" and self.vote:
            return _("{n} of {all} have voted").format(n=self.vote.voted, all=self.here.all)
        return _("{n} minutes").format(n=one.activity.minutes) if one.activity.minutes else ""

    @property
    def following(self) -> Step | None:
        return self.agenda.following

    @property
    def previous(self) -> Step | None:
        return self.agenda.before

    @property
    def next_label(self) -> str:
        return _("Go on to “{activity}”").format(activity=self.following.activity.title) if self.following else ""

    @property
    def next_confirm(self) -> str:
        """What is asked once more before going on: cards that would be left over, a vote that is still open."""
        if self.kind == "grouping" and self.loose:
            n = len(self.loose)
            return ngettext("{n} card has no group yet. Go on?", "{n} cards have no group yet. Go on?", n).format(n=n)
        return ""

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
        result = self.vote.result if self.vote else None
        standing = {one.group: one for one in result.standings} if result else {}
        found = [(group, standing.get(str(group.id))) for group in self.wall.groups]
        return [Pile(group, one.dots if one else None, one.rank if one else None) for group, one in found]

    @property
    def loose(self) -> tuple[CardOnWall, ...]:
        return self.wall.loose

    @property
    def cards_n(self) -> int:
        return self.wall.cards

    @property
    def newest(self) -> list[CardOnWall]:
        """Cards, the newest first: their ids rise with the time at which they were written."""
        every = [card for group in self.wall.groups for card in group.cards] + list(self.loose)
        return sorted(every, key=lambda card: str(card.id), reverse=True)

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
            {"name": pile.name, "dots": pile.dots, "mean": formats.number(pile.mean, 1) if pile.mean is not None else None}
            | {"word": pile.suits_words}
            for pile in self.judging
        ]


def join_url(workshop: Workshop) -> str:
    """What the QR code says."""
    return f"{settings.ORIGIN}/w/{workshop.slug}/"


def people_of(workshop: Workshop) -> list[Participant]:
    return list(Participant.objects.in_workshop(workshop).select_related("enterprise").in_order())


def room_of(workshop: Workshop, *, whole: bool = False) -> Room:
    """Reads what the activity under way shows, or all of it (`whole`): at most nine queries, whatever the number of cards."""
    room = Room(workshop, agenda_of(workshop), people_of(workshop))
    everything = whole or room.is_over
    if everything or room.kind not in ("", "welcome", "break"):
        room.wall = walls.wall_of(workshop)
    if room.agenda.vote and (everything or room.kind in COUNTED):
        room.vote = vote_of(room.agenda.vote, room.wall)
    if room.kind == "grouping" and not room.is_over:
        room.moderated = walls.taken_off(workshop)
    if whole or room.kind in ENDING:
        room.commitments = commitments(workshop)
    return room


def vote_of(vote: Vote, wall: Wall) -> ShownVote:
    result = None if vote.is_open else result_of(vote)
    n = result.turnout.voters if result else voted(vote)
    return ShownVote(vote, n, result, {str(group.id): group.name for group in wall.groups})


def still_to_vote(room: Room, marked: Iterable[Any]) -> list[Participant]:
    """Who is here without a phone and has not voted. `marked`: persons with a mark."""
    done = set(marked)
    return [person for person in room.beside_phones if person.person_id not in done]


def commitments(workshop: Workshop) -> list[dict[str, Any]]:
    """As they were read aloud."""
    found = Commitment.objects.standing().filter(workshop=workshop).in_order()
    return [{"who": _by_whom(row), "what": row.text, "by_when": formats.day(row.until) or None} for row in found]


def _by_whom(row: Commitment) -> str:
    return f"{row.who} ({row.get_side_display()})"
