"""How alike two groupings of the same things are, chance taken off: the adjusted Rand index.

Hubert & Arabie, Journal of Classification 2 (1985) 193-218. 1 = the same groups, about 0 = as by chance, can be negative.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from fractions import Fraction
from math import comb


def _pairs(sizes: Counter[Hashable]) -> int:
    return sum(comb(size, 2) for size in sizes.values())


def adjusted_rand(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """The index of two labellings, `one[i]` and `other[i]` being the groups of thing i; names of groups don't matter.

    Two groupings that are both all apart or both all together are the same: 1.
    Raises ValueError when there is nothing to compare or the lengths differ.
    """
    if len(one) != len(other) or not one:
        raise ValueError(f"groupings of {len(one)} and {len(other)} things")
    together = _pairs(Counter(zip(one, other, strict=True)))
    in_one, in_other, pairs = _pairs(Counter(one)), _pairs(Counter(other)), comb(len(one), 2)
    if in_one == in_other and in_one in (0, pairs):
        return 1.0
    by_chance = Fraction(in_one * in_other, pairs)
    return float((together - by_chance) / (Fraction(in_one + in_other, 2) - by_chance))
