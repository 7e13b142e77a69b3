"""Places by a number: the larger stands first, equal ones share a place and the next place is skipped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Placed:
    rank: int  # 1 is first
    option: str
    value: Number  # what its method counts: points, options beaten, a mean


def placed(values: Mapping[str, Number], options: Sequence[str]) -> list[Placed]:
    """All options from the largest value to the smallest; equal ones in the order of `options`, which decides nothing."""
    ordered = sorted(options, key=lambda option: -values[option])
    return [Placed(1 + sum(values[other] > values[option] for other in options), option, values[option]) for option in ordered]


def firsts(standings: Sequence[Placed]) -> frozenset[str]:
    """Who shares the first place."""
    return frozenset(one.option for one in standings if one.rank == 1)


def before(standings: Sequence[Placed]) -> dict[str, int]:
    """How many others each option stands before: the same for all that share a place."""
    return {one.option: sum(other.rank > one.rank for other in standings) for one in standings}
