"""What stands in a room, as pages draw it: groups with their dots, who is here, a vote in words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.workshops.counting import Result
from milpa.workshops.models import Participant, Vote
from milpa.workshops.wall import CardOnWall, GroupOnWall


@dataclass(frozen=True, slots=True)
class Pile:
    """A group as it is drawn. `dots` and `rank` are None until its vote is closed; `counted` says in words what it got."""

    group: GroupOnWall
    dots: int | None = None
    rank: int | None = None
    counted: str = ""

    @property
    def id(self) -> Any:
        return self.group.id

    @property
    def name(self) -> str:
        return self.group.name

    @property
    def cards(self) -> tuple[CardOnWall, ...]:
        return self.group.cards

    @property
    def solved(self) -> bool | None:
        return self.group.solved

    @property
    def handed_to(self) -> str:
        return self.group.handed_to

    @property
    def judged(self) -> dict[str, int | None]:
        return {key: said.value for key, said in self.group.judgements.items()}

    @property
    def mean(self) -> float | None:
        mean = self.group.suitability.mean
        return None if mean is None else float(mean)

    @property
    def suits_words(self) -> str:
        suits = self.group.suitability.suits
        return _("not judged yet") if suits is None else _("suits ICT") if suits else _("is met otherwise")

    @property
    def suits_kind(self) -> str | None:
        return {True: "good", False: "waiting", None: None}[self.group.suitability.suits]


@dataclass(frozen=True, slots=True)
class Here:
    """Who takes part, by way."""

    ways: Counter[str]

    @classmethod
    def of(cls, people: Iterable[Participant]) -> "Here":
        return cls(Counter(person.way for person in people))

    @property
    def all(self) -> int:
        return self.ways.total()

    @property
    def by_way(self) -> str:
        """As "34 by phone, 3 on paper"."""
        said = {"phone": _("{n} by phone"), "paper": _("{n} on paper"), "voice": _("{n} by voice")}
        return ", ".join(words.format(n=self.ways[way]) for way, words in said.items() if self.ways[way])

    @property
    def words(self) -> str:
        if not self.all:
            return _("Nobody has joined yet")
        return f"{ngettext('{n} person', '{n} people', self.all).format(n=self.all)} · {self.by_way}"


@dataclass(frozen=True, slots=True)
class ShownVote:
    """The vote in words. While it is open nothing here tells what any group got."""

    vote: Vote
    voted: int
    result: Result | None
    ballot: list[tuple[str, str]]  # what is voted on, in the order of the ballot
    rule: str
    shown: Any = None  # the ShownResult, once it is closed

    @property
    def is_open(self) -> bool:
        return self.vote.is_open

    @property
    def decides(self) -> bool:
        """Whether it orders the needs; a vote on a pasted list does not."""
        return not self.vote.options

    @property
    def standings(self) -> list[dict[str, Any]]:
        return self.shown.rows if self.shown else []

    @property
    def turnout(self) -> str:
        return self.shown.turnout if self.shown else ""
