"""The difference of two shares of the same people, before and after, with its uncertainty.

Newcombe, Statistics in Medicine 17 (1998) 2635-2650, method 10: the Wilson limits of both shares, joined by the
correlation of the pairs (with its continuity correction). It stays inside -1..1 and works with no change at all.
"""

from dataclasses import dataclass
from math import sqrt

from milpa.measures.wilson import Z95, Interval, wilson


@dataclass(frozen=True, slots=True)
class PairedChange:
    pairs: int
    before: int  # how many could before
    after: int  # how many could after
    gained: int  # could not, then could
    lost: int  # could, then could not
    change: float  # share after minus share before, -1..1
    interval: Interval


def _correlation(both: int, lost: int, gained: int, neither: int) -> float:
    margins = (both + lost) * (gained + neither) * (both + gained) * (lost + neither)
    if margins == 0:
        return 0.0
    cross = both * neither - lost * gained
    pairs = both + lost + gained + neither
    return (max(0.0, cross - pairs / 2) if cross > 0 else float(cross)) / sqrt(margins)


def paired_change(both: int, gained: int, lost: int, neither: int, z: float = Z95) -> PairedChange:
    """The change of a share among pairs: `both` could before and after, `gained` only after, `lost` only before.

    Raises ValueError without pairs or for a negative count.
    """
    pairs = both + gained + lost + neither
    if min(both, gained, lost, neither) < 0 or pairs == 0:
        raise ValueError(f"no pairs: {(both, gained, lost, neither)}")
    before, after = both + lost, both + gained
    first, second = wilson(before, pairs, z), wilson(after, pairs, z)
    p, q, phi = before / pairs, after / pairs, _correlation(both, lost, gained, neither)
    down_q, up_p, up_q, down_p = q - second.low, first.high - p, second.high - q, p - first.low
    below = sqrt(max(0.0, down_q**2 - 2 * phi * down_q * up_p + up_p**2))
    above = sqrt(max(0.0, up_q**2 - 2 * phi * up_q * down_p + down_p**2))
    change = (gained - lost) / pairs
    return PairedChange(pairs, before, after, gained, lost, change, Interval(max(-1.0, change - below), min(1.0, change + above)))
