"""The state of a step from its evidence, of a phase from its steps, and what a gate says is missing.

Every evidence key of a step must be met, or somebody attached something by hand and said that it suffices. A gate is
shown and says what is missing; it never blocks work. Passing it needs a written reason that stays visible.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

WHOLE_STEP = ""  # what was attached by hand suffices for the step, not for one key


class State(StrEnum):
    DONE = "done"  # every key is met
    BY_HAND = "by_hand"  # at least one key is not met, but what was attached suffices
    BEGUN = "begun"  # some is met, attached or under way
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of one evidence key. `done` of `all`: how far it is, where that can be counted."""

    key: str
    met: bool
    since: datetime | None = None
    until: datetime | None = None  # when it stops holding by itself
    done: int = 0
    all: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    id: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepState:
    step: str
    state: State
    missing: tuple[str, ...]  # keys neither met nor covered by hand
    by_hand: tuple[str, ...]  # keys covered by hand only
    met: int
    of: int
    since: datetime | None  # when the last key was met, if all are
    until: datetime | None  # the first moment at which this answer may stop holding

    @property
    def is_done(self) -> bool:
        return self.state in (State.DONE, State.BY_HAND)


@dataclass(frozen=True, slots=True)
class PhaseState:
    phase: str
    state: State  # by hand: all steps done, at least one of them so
    done: int
    of: int
    is_passed: bool  # its gate was passed with a reason


@dataclass(frozen=True, slots=True)
class GateState:
    """`missing`: steps that are needed and not done, each with its missing keys; `informs`: steps shown without counting."""

    is_met: bool
    missing: tuple[StepState, ...]
    informs: tuple[StepState, ...]
    done: int
    of: int


def step_state(step: Step, answers: Mapping[str, Answer], suffices: AbstractSet[str] = frozenset(), attached: bool = False) -> StepState:
    """A step without a key that anybody answers is done only by hand.

    answers: by key; a key that is not there is attached by hand. suffices: keys for which what was attached by hand is
    enough, WHOLE_STEP for all. attached: something was attached, whether it suffices or not.
    """
    known = [answers[key] for key in step.evidence if key in answers]
    met = {answer.key for answer in known if answer.met}
    lacking = [key for key in step.evidence if key not in met]
    whole = WHOLE_STEP in suffices
    by_hand = tuple(key for key in lacking if whole or key in suffices)
    missing = tuple(key for key in lacking if key not in by_hand)
    if missing or not (step.evidence or whole):
        begun = met or by_hand or attached or any(answer.done for answer in known)
        state = State.BEGUN if begun else State.MISSING
    else:
        state = State.BY_HAND if by_hand or not step.evidence else State.DONE
    since = max((answer.since for answer in known if answer.met and answer.since), default=None) if not missing else None
    until = min((answer.until for answer in known if answer.until), default=None)
    return StepState(step.id, state, missing, by_hand, len(step.evidence) - len(missing), len(step.evidence), since, until)


def phase_state(phase: str, steps: Sequence[StepState], is_passed: bool = False) -> PhaseState:
    done = sum(step.is_done for step in steps)
    if steps and done == len(steps):
        state = State.BY_HAND if any(step.state is State.BY_HAND for step in steps) else State.DONE
    else:
        state = State.BEGUN if any(step.state is not State.MISSING for step in steps) else State.MISSING
    return PhaseState(phase, state, done, len(steps), is_passed)


def gate_state(needs: Iterable[str], informs: Iterable[str], steps: Mapping[str, StepState]) -> GateState:
    """Raises KeyError for a step that is not among `steps`."""
    needed = [steps[step] for step in needs]
    missing = tuple(step for step in needed if not step.is_done)
    return GateState(not missing, missing, tuple(steps[step] for step in informs), len(needed) - len(missing), len(needed))
