"""Which remedial units a person is offered, and what they may choose: before, alongside, accompanied, or not at all.

Only the units for the person's own gaps are offered, nothing is locked, and the choice is theirs.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from milpa.readiness.rules.gaps import Readiness


class Choice(StrEnum):
    BEFORE = "before"
    ALONGSIDE = "alongside"
    ACCOMPANIED = "accompanied"  # face to face, or with somebody beside
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Offers:
    """`first`: the choice that is shown first; all four may be chosen always."""

    units: dict[str, str]  # task -> unit
    without_unit: tuple[str, ...]  # gaps for which there is none: somebody accompanies
    first: Choice


@dataclass(frozen=True, slots=True)
class Levelled:
    """One enrolled person: the gap tasks, what was offered, what was chosen (None = not yet), whether they left."""

    person: str
    gaps: tuple[str, ...]
    offered: AbstractSet[str] = frozenset()  # tasks
    chosen: Choice | None = None
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Levelling:
    """Evidence `courses.levelling_offered`: all with a gap were offered their units and chose, or left."""

    is_met: bool
    done: int
    of: int  # persons with a gap; nobody = not met
    not_offered: tuple[str, ...]
    not_chosen: tuple[str, ...]
    need_company: tuple[str, ...]  # chose to be accompanied: the instructor sees them


def offers(readiness: Readiness, units: Mapping[str, str]) -> Offers:
    """`units`: task -> its ten-minute unit."""
    own = {task: units[task] for task in readiness.gaps if task in units}
    without = tuple(task for task in readiness.gaps if task not in units)
    return Offers(own, without, Choice.ACCOMPANIED if readiness.accompanied_first else Choice.BEFORE)


def levelling(people: Sequence[Levelled]) -> Levelling:
    """Over all enrolled of an edition or programme; those without a gap don't count."""
    with_gaps = [person for person in people if person.gaps]
    staying = [person for person in with_gaps if not person.has_left]
    not_offered = tuple(person.person for person in staying if not set(person.gaps) <= person.offered)
    not_chosen = tuple(person.person for person in staying if set(person.gaps) <= person.offered and person.chosen is None)
    company = tuple(person.person for person in staying if person.chosen is Choice.ACCOMPANIED)
    done = len(with_gaps) - len(not_offered) - len(not_chosen)
    return Levelling(bool(with_gaps) and done == len(with_gaps), done, len(with_gaps), not_offered, not_chosen, company)
