"""How a partner's weights are read: only their proportions count, so they are brought to a sum of 1.

Reckoned in fractions, so that equal totals are equal and an interval's end is exact.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

Number = int | float | Decimal | Fraction


class ZeroWeights(ValueError):
    """The weights sum to zero: they say nothing about what matters."""


class NegativeWeight(ValueError):
    """A weight is below zero; `args` holds the criterion."""


class DifferentCriteria(ValueError):
    """Weights were not given for the same criteria; `args` holds those that lack one."""


def exact(value: Number) -> Fraction:
    """The number as it is written: 0.1 is one tenth. Raises ValueError for infinity and what is no number."""
    return Fraction(str(value)) if isinstance(value, float) else Fraction(value)


def normalised(weights: Mapping[str, Number]) -> dict[str, Fraction]:
    """Criterion -> share of the whole, summing to exactly 1. Raises NegativeWeight, ZeroWeights."""
    whole = {criterion: exact(weight) for criterion, weight in weights.items()}
    for criterion, weight in whole.items():
        if weight < 0:
            raise NegativeWeight(criterion)
    total = sum(whole.values())
    if total == 0:
        raise ZeroWeights
    return {criterion: weight / total for criterion, weight in whole.items()}


def mean_of(weightings: Sequence[Mapping[str, Number]]) -> dict[str, Fraction]:
    """The mean of the partners' normalised weights: each partner counts the same, whatever total they used.

    Raises DifferentCriteria, ZeroWeights (also when nobody weighed), NegativeWeight.
    """
    if not weightings:
        raise ZeroWeights
    criteria = set().union(*weightings)
    if lacking := {criterion for weights in weightings for criterion in criteria - weights.keys()}:
        raise DifferentCriteria(sorted(lacking))
    shares = [normalised(weights) for weights in weightings]
    return {criterion: sum((share[criterion] for share in shares), Fraction(0)) / len(shares) for criterion in weightings[0]}
