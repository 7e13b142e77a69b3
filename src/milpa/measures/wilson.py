"""The Wilson interval of a share.

p = k/n; centre = (p + z^2/2n)/(1 + z^2/n); half = z sqrt(p(1-p)/n + z^2/4n^2)/(1 + z^2/n).
Wilson 1927; Newcombe, Statistics in Medicine 17 (1998) 857-872. It stays inside 0..1 and has width
at 0 of n and n of n, where the plain (Wald) interval has none.
"""

from dataclasses import dataclass
from math import sqrt

Z95 = 1.959963984540054  # both tails together 5 %


@dataclass(frozen=True, slots=True)
class Interval:
    low: float
    high: float


def wilson(hits: int, trials: int, z: float = Z95) -> Interval:
    """The interval of `hits` out of `trials`, as shares from 0 to 1.

    Only descriptive when those who answered are volunteers, not a sample drawn by lot.
    Raises ValueError when nobody was counted or more hits than trials are given.
    """
    if trials < 1 or not 0 <= hits <= trials:
        raise ValueError(f"no share: {hits} of {trials}")
    share, spread = hits / trials, z * z / trials
    centre = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / trials + spread / (4 * trials)) / (1 + spread)
    return Interval(0.0 if hits == 0 else max(0.0, centre - half), 1.0 if hits == trials else min(1.0, centre + half))
