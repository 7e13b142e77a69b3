"""What changes in a programme's journey when it moves from one edition of its guide to another. Plain values in, plain values out.

Nothing that was attached or passed is lost: evidence of a step or key that disappears stays on record and is shown no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    phase: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """Steps and keys by their ids, in the order of the edition in which they stand. `keys_*`: (step, key) of steps that stay."""

    appear: tuple[str, ...]
    disappear: tuple[str, ...]
    elsewhere: tuple[tuple[str, str, str], ...]  # step, phase before, phase after
    keys_appear: tuple[tuple[str, str], ...]
    keys_disappear: tuple[tuple[str, str], ...]

    @property
    def is_same(self) -> bool:
        return not (self.appear or self.disappear or self.elsewhere or self.keys_appear or self.keys_disappear)


def moved(before: Mapping[str, Step], after: Mapping[str, Step]) -> Moved:
    stay = [id for id in after if id in before]
    return Moved(
        tuple(id for id in after if id not in before),
        tuple(id for id in before if id not in after),
        tuple((id, before[id].phase, after[id].phase) for id in stay if before[id].phase != after[id].phase),
        tuple((id, key) for id in stay for key in after[id].keys if key not in before[id].keys),
        tuple((id, key) for id in stay for key in before[id].keys if key not in after[id].keys),
    )
