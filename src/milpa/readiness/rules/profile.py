"""What a group of people can do on the phone, task by task and area by area.

Per task: how many did it alone out of those who attempted it, in either form; never a mean of levels. The need for a task
is the share that has not done it alone yet, with its Wilson interval, and is shown only from five who attempted it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from milpa.measures.suppression import K, is_small
from milpa.measures.wilson import Interval, wilson
from milpa.readiness.rules.gaps import DIAGNOSIS, DOOR, Attempt, readiness


@dataclass(frozen=True, slots=True)
class TaskLine:
    task: str
    attempted: int
    alone: int

    @property
    def is_shown(self) -> bool:
        return self.attempted >= K

    @property
    def need(self) -> Interval | None:
        """The share not done alone, 0..1. None below five who attempted it."""
        return wilson(self.attempted - self.alone, self.attempted) if self.is_shown else None


@dataclass(frozen=True, slots=True)
class AreaLine:
    """Tasks done alone out of those attempted, over all persons, in one area of DigComp."""

    area: str
    attempted: int
    alone: int
    people: int  # who attempted a task of the area

    @property
    def is_shown(self) -> bool:
        return self.people >= K


@dataclass(frozen=True, slots=True)
class Profile:
    people: int
    diagnosed: int
    without_gaps: int | None  # of those diagnosed; None = too few on one side to be said
    tasks: tuple[TaskLine, ...]  # the greatest need first; those that are not shown last
    areas: tuple[AreaLine, ...]


def profile(attempts: Mapping[str, Sequence[Attempt]], areas: Mapping[str, str]) -> Profile:
    """`attempts`: person -> attempts in order, for each person of the group. `areas`: task -> area of DigComp."""
    states = {person: readiness(own) for person, own in attempts.items()}
    tried = {person: {*state.alone, *state.gaps} for person, state in states.items()}
    met = [task for task in areas if any(task in own for own in tried.values()) or task in (DOOR, *DIAGNOSIS)]
    lines = [TaskLine(task, sum(task in own for own in tried.values()), sum(task in s.alone for s in states.values())) for task in met]
    diagnosed = [state for state in states.values() if state.is_diagnosed]
    clear = sum(not state.gaps for state in diagnosed)
    hidden = len(diagnosed) < K or is_small(clear) or is_small(len(diagnosed) - clear)
    return Profile(len(attempts), len(diagnosed), None if hidden else clear, tuple(sorted(lines, key=_place)), _areas(lines, areas, tried))


def _place(line: TaskLine) -> tuple[bool, float]:
    return not line.is_shown, -(line.attempted - line.alone) / line.attempted if line.attempted else 0.0


def _areas(lines: Sequence[TaskLine], areas: Mapping[str, str], tried: Mapping[str, set[str]]) -> tuple[AreaLine, ...]:
    found = []
    for area in sorted({areas[line.task] for line in lines}):
        own = [line for line in lines if areas[line.task] == area]
        tasks = {line.task for line in own}
        people = sum(bool(tasks & done) for done in tried.values())
        found.append(AreaLine(area, sum(line.attempted for line in own), sum(line.alone for line in own), people))
    return tuple(found)
