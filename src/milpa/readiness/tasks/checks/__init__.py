"""Was the task done, and alone? Decided from what the person did, never from pixels or from the phone's own opinion.

Each task has a module with VERBS (what its screens report), `replay` (events -> the state that results) and `unmet`
(state -> what is missing, as codes). The practice phone keeps the same state; a test plays both and compares them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from milpa.readiness.rules.gaps import Outcome
from milpa.readiness.tasks import catalogue
from milpa.readiness.tasks.checks import b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, t14
from milpa.readiness.tasks.events import Event, Kinds, read_events

State = dict[str, Any]


class Check(Protocol):
    VERBS: Kinds

    def replay(self, form: Mapping[str, Any], events: Iterable[Event]) -> State: ...
    def unmet(self, form: Mapping[str, Any], state: State) -> list[str]: ...


CHECKS: dict[str, Check] = {
    "B1": b1,
    "B2": b2,
    "B3": b3,
    "B4": b4,
    "B5": b5,
    "B6": b6,
    "B7": b7,
    "B8": b8,
    "B9": b9,
    "B10": b10,
    "14": t14,
}
FOR_A_PERSON_TO_MARK = "a_person_must_listen"


@dataclass(frozen=True, slots=True)
class Result:
    attempted: bool  # False: "I have never used this"; missing, not zero
    done: bool
    alone: bool  # done, and no hint was asked for
    reasons: tuple[str, ...] = ()  # what is missing, as codes; empty when done or not attempted
    hints: int = 0

    @property
    def outcome(self) -> Outcome:
        if not self.attempted:
            return Outcome.NOT_ATTEMPTED
        return Outcome.ALONE if self.alone else Outcome.WITH_HELP if self.done else Outcome.NOT_DONE

    @property
    def to_mark(self) -> bool:
        """Only a voice note stands between the person and "done": somebody must listen."""
        return self.reasons == (FOR_A_PERSON_TO_MARK,)


def read(task_id: str, raw: object) -> list[Event]:
    """The events of a request for this task. Raises BadEvents; KeyError for an unknown task."""
    return read_events(raw, CHECKS[task_id].VERBS)


def done(task_id: str, form: str, events: Iterable[Event]) -> Result:
    """What the events show. Raises KeyError for an unknown task or form."""
    acts = list(events)
    if any(act.did == "never_used" for act in acts):
        return Result(attempted=False, done=False, alone=False)
    values, check = catalogue.task(task_id).forms[form], CHECKS[task_id]
    reasons = check.unmet(values, check.replay(values, acts))
    hints = len({act.what for act in acts if act.did == "hint"})
    return Result(attempted=True, done=not reasons, alone=not reasons and not hints, reasons=tuple(reasons), hints=hints)


def level_of(task_id: str, result: Result) -> int:
    """The DigComp level this gives evidence of: one less with one hint, 1 with two, 0 when not done.

    Evidence of this task, not of the whole competence.
    """
    level = catalogue.task(task_id).level
    if not result.done:
        return 0
    return {0: level, 1: max(1, level - 1)}.get(result.hints, 1)
