"""How the paper slips of a vote stand, for whoever gives them out and types them."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from milpa.people.models import Person
from milpa.workshops.actions.slips import TWICE
from milpa.workshops.marks import Marks
from milpa.workshops.models import BallotMark, Participant, SlipCounted, SlipGiven, SlipLeftOut, SlipTyping, Vote, Workshop
from milpa.workshops.wall import names_of


@dataclass(frozen=True, slots=True)
class Reading:
    number: int
    typists: tuple[str, ...]
    is_mine: bool  # this person typed it: somebody else types it now
    differs: bool
    says: tuple[str, ...]  # where two readings differ: each in words


@dataclass(frozen=True, slots=True)
class Slips:
    given: tuple[Participant, ...]
    may_take: tuple[Participant, ...]  # here, and have not voted
    counted: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...]
    readings: tuple[Reading, ...]

    @property
    def differing(self) -> list[Reading]:
        return [one for one in self.readings if one.differs]

    @property
    def waiting(self) -> list[Reading]:
        """Typed once."""
        return [one for one in self.readings if not one.differs]

    @property
    def open(self) -> int:
        """Given out and neither in the box nor left out."""
        return max(0, len(self.given) - len(self.counted) - len(self.left_out))


def option_names(workshop: Workshop, vote: Vote) -> dict[str, str]:
    """What each option of the vote is called. One query."""
    return {str(id): name for id, name in names_of(workshop).items()} | vote.options


def slips_of(vote: Vote, person: Person, names: dict[str, str]) -> Slips:
    """Six queries."""
    here = list(Participant.objects.in_workshop(vote.workshop_id).in_order())
    given = set(SlipGiven.objects.standing().filter(vote=vote).values_list("participant", flat=True))
    voted = set(BallotMark.objects.filter(about=vote.id).values_list("person", flat=True))
    counted = SlipCounted.objects.standing().filter(vote=vote).order_by("number").values_list("number", flat=True)
    left_out = SlipLeftOut.objects.standing().filter(vote=vote).order_by("number").values_list("number", "why")
    return Slips(
        given=tuple(one for one in here if one.id in given),
        may_take=tuple(one for one in here if one.id not in given and one.person_id not in voted),
        counted=tuple(counted),
        left_out=tuple(left_out),
        readings=tuple(_readings(vote, person.id, names)),
    )


def _readings(vote: Vote, person: UUID, names: dict[str, str]) -> list[Reading]:
    by_number: dict[int, list[SlipTyping]] = defaultdict(list)
    for row in SlipTyping.objects.filter(vote=vote).select_related("typist").order_by("number", "at"):
        by_number[row.number].append(row)
    return [_reading(number, rows, person, names) for number, rows in by_number.items()]


def _reading(number: int, rows: list[SlipTyping], person: UUID, names: dict[str, str]) -> Reading:
    differs = len(rows) >= TWICE
    says = tuple(f"{row.typist.name}: {in_words(Marks.read(row.marks), names)}" for row in rows) if differs else ()
    return Reading(number, tuple(row.typist.name for row in rows), any(row.typist_id == person for row in rows), differs, says)


def in_words(marks: Marks, names: dict[str, str]) -> str:
    """What a slip says, as two people compare it."""
    if marks.blank:
        return "–"
    if marks.order:
        return " > ".join(names.get(str(one), "") for one in marks.order)
    counted = marks.dots or marks.scores
    parts = [f"{names.get(str(key), '')} {value}" for key, value in sorted(counted.items(), key=lambda pair: names.get(str(pair[0]), ""))]
    feasible = [f"{names.get(str(key), '')} {value}" for key, value in sorted(marks.feasible.items())]
    return " · ".join([", ".join(parts), *([", ".join(feasible)] if feasible else [])])
