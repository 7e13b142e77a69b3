"""In which order the needs stand: those that suit ICT first, each list by its votes; equal votes share a rank.

The group may move a need within its list, with a reason that stays beside it. Needs that nobody judged yet stand apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace


class MoveWithoutReason(ValueError):
    """A need was moved and nobody said why; `args` = the need."""


@dataclass(frozen=True, slots=True)
class Judged:
    need: str
    votes: int
    suits: bool | None  # None = unjudged


@dataclass(frozen=True, slots=True)
class Move:
    need: str
    to: int  # the rank it takes in its own list
    reason: str


@dataclass(frozen=True, slots=True)
class Priority:
    rank: int  # in its list
    place: int  # in the whole order: suited needs, then the others, then those unjudged
    need: str
    votes: int
    moved_because: str = ""


@dataclass(frozen=True, slots=True)
class Priorities:
    suited: tuple[Priority, ...]
    others: tuple[Priority, ...]
    unjudged: tuple[Priority, ...]


Tier = tuple[Judged, ...]  # needs that share a rank


def _tiers(needs: Sequence[Judged]) -> list[Tier]:
    votes = sorted({need.votes for need in needs}, reverse=True)
    return [tuple(need for need in needs if need.votes == many) for many in votes]


def _moved(tiers: list[Tier], move: Move) -> list[Tier]:
    """The need stands alone before the first that would have its rank or a later one; a tie is never parted."""
    need = next(need for tier in tiers for need in tier if need.need == move.need)
    rest = [kept for tier in tiers if (kept := tuple(other for other in tier if other != need))]
    before = 0
    while before < len(rest) and 1 + sum(map(len, rest[:before])) < move.to:
        before += 1
    return [*rest[:before], (need,), *rest[before:]]


def _listed(needs: Sequence[Judged], moves: Sequence[Move], offset: int) -> tuple[Priority, ...]:
    tiers = _tiers(needs)
    own = [move for move in moves if any(need.need == move.need for need in needs)]
    for move in own:
        tiers = _moved(tiers, move)
    reasons = {move.need: move.reason for move in own}
    listed: list[Priority] = []
    for tier in tiers:
        rank = len(listed) + 1
        listed += [Priority(rank, offset + rank, need.need, need.votes, reasons.get(need.need, "")) for need in tier]
    return tuple(listed)


def priorities(needs: Sequence[Judged], moves: Sequence[Move] = ()) -> Priorities:
    """The lists; moves are applied one after the other in the order they were made, the last reason of a need counts.

    Raises MoveWithoutReason, ValueError for a move of a need that is not there.
    """
    for move in moves:
        if not move.reason.strip():
            raise MoveWithoutReason(move.need)
        if move.need not in {need.need for need in needs}:
            raise ValueError(f"no such need: {move.need}")
    clean = [replace(move, reason=move.reason.strip()) for move in moves]
    suited = [need for need in needs if need.suits]
    others = [need for need in needs if need.suits is False]
    unjudged = [need for need in needs if need.suits is None]
    return Priorities(_listed(suited, clean, 0), _listed(others, clean, len(suited)), _listed(unjudged, clean, len(suited) + len(others)))
