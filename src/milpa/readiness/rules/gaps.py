"""What a person cannot do alone yet on the phone: gaps of the practical diagnosis.

A gap is a task attempted and never done alone in either form; what was not attempted is no gap, and is told apart.
Two or more not done alone, or the task at the door not done: face-to-face or accompanied levelling is offered first.
Nobody is left out for the result.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

DOOR = "B1"  # signing in and out, accompanied
DIAGNOSIS = ("B3", "B4", "B5", "B7", "14")  # one per area of DigComp; 14 with a single fault
MANY = 2


class Outcome(StrEnum):
    ALONE = "alone"
    WITH_HELP = "with_help"
    NOT_DONE = "not_done"
    NOT_ATTEMPTED = "not_attempted"  # "I have never used this" is a valid way out


class Form(StrEnum):
    A = "A"
    B = "B"

    @property
    def other(self) -> "Form":
        return Form.B if self is Form.A else Form.A


@dataclass(frozen=True, slots=True)
class Attempt:
    task: str
    form: Form
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Readiness:
    """Tasks in the order in which they were met."""

    gaps: tuple[str, ...]
    alone: tuple[str, ...]
    not_attempted: tuple[str, ...]
    waiting: tuple[str, ...]  # of the diagnosis, not met yet
    accompanied_first: bool
    because: tuple[str, ...]  # door_not_done, many_gaps
    is_diagnosed: bool  # all tasks met, or stopped at the door


def readiness(attempts: Sequence[Attempt]) -> Readiness:
    """What one person's attempts say, both forms together, in the order in which they were made."""
    outcomes: dict[str, set[Outcome]] = {}
    for attempt in attempts:
        outcomes.setdefault(attempt.task, set()).add(attempt.outcome)
    alone = tuple(task for task, seen in outcomes.items() if Outcome.ALONE in seen)
    not_attempted = tuple(task for task, seen in outcomes.items() if seen == {Outcome.NOT_ATTEMPTED})
    gaps = tuple(task for task in outcomes if task not in alone and task not in not_attempted)
    at_the_door = outcomes.get(DOOR, set())
    door_not_done = bool(at_the_door) and not at_the_door & {Outcome.ALONE, Outcome.WITH_HELP}
    because = (("door_not_done",) if door_not_done else ()) + (("many_gaps",) if len(gaps) >= MANY else ())
    waiting = () if door_not_done else tuple(task for task in (DOOR, *DIAGNOSIS) if task not in outcomes)
    return Readiness(gaps, alone, not_attempted, waiting, bool(because), because, not waiting)


def to_repeat(attempts: Sequence[Attempt]) -> tuple[tuple[str, Form], ...]:
    """After levelling only the gaps are repeated, each in the other form than it was last attempted in."""
    last = {attempt.task: attempt.form for attempt in attempts if attempt.outcome is not Outcome.NOT_ATTEMPTED}
    return tuple((task, last[task].other) for task in readiness(attempts).gaps)
