"""Whether every need that training solves has an action, or a reason why not. (Evidence `strategies.actions_cover_priorities`.)"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    id: str
    by_training: bool | None  # whether training solves it; None = not said yet


@dataclass(frozen=True, slots=True)
class Coverage:
    """Needs in the order given, which is that of their priority."""

    is_complete: bool
    covered: dict[str, tuple[str, ...]]  # need -> actions that answer it
    reasoned: dict[str, str]  # need without an action -> why
    uncovered: tuple[str, ...]  # neither
    undecided: tuple[str, ...]  # nobody said whether training solves it
    handed_on: tuple[str, ...]  # training doesn't solve it
    idle: tuple[str, ...]  # actions that answer none of the needs

    @property
    def done(self) -> int:
        return len(self.covered) + len(self.reasoned)

    @property
    def of(self) -> int:
        return self.done + len(self.uncovered)


def coverage(needs: Sequence[Need], answers: Mapping[str, Collection[str]], reasons: Mapping[str, str]) -> Coverage:
    """answers: action -> needs it answers. reasons: need -> why it stays without an action; blanks are none.

    Without a need that training solves there is nothing to cover, which is not complete. An undecided need keeps it open.
    """
    by_training = [need.id for need in needs if need.by_training]
    actions = {need: tuple(action for action, answered in answers.items() if need in answered) for need in by_training}
    covered = {need: own for need, own in actions.items() if own}
    reasoned = {need: reasons[need].strip() for need in by_training if need not in covered and reasons.get(need, "").strip()}
    uncovered = tuple(need for need in by_training if need not in covered and need not in reasoned)
    undecided = tuple(need.id for need in needs if need.by_training is None)
    handed_on = tuple(need.id for need in needs if need.by_training is False)
    idle = tuple(action for action, answered in answers.items() if not {need.id for need in needs} & set(answered))
    return Coverage(bool(by_training) and not uncovered and not undecided, covered, reasoned, uncovered, undecided, handed_on, idle)
