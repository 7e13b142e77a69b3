"""How far several judges order the same items alike: Kendall's W, with ties.

W = 12 S / (m^2 (N^3 - N) - m T), S = squared deviations of the rank sums, T = sum over judges and tie groups of
t^3 - t; chi-square = m (N - 1) W with N - 1 degrees of freedom. Kendall & Babington Smith 1939; Zar, Biostatistical
Analysis, ch. 20. Reckoned in whole numbers and fractions, so that 1 is exactly 1.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

# After the scale for W of Schmidt, Decision Sciences 28(3), 1997: 0.7 strong, 0.5 moderate, 0.3 weak (recalled).
MUCH, HALF = 0.7, 0.5


class NotComputable(ValueError):
    """Fewer than two judges or two items, or every judge ties everything: there is nothing to agree about."""


@dataclass(frozen=True, slots=True)
class Concordance:
    w: float  # 0 no agreement, 1 the same order
    chi_square: float
    degrees: int
    judges: int
    items: int


def mean_ranks(values: Sequence[float]) -> list[Fraction]:
    """Ranks from 1 for the smallest value; equal values share the mean of the ranks they take up."""
    ordered = sorted(values)
    first = {value: place for place, value in reversed(list(enumerate(ordered, 1)))}
    times = Counter(values)
    return [first[value] + Fraction(times[value] - 1, 2) for value in values]


def concordance(orders: Sequence[Sequence[float]]) -> Concordance:
    """W of `orders`: one sequence a judge, one number an item in the same order (ranks or scores, ties allowed).

    Raises NotComputable, ValueError when the judges did not order the same number of items.
    """
    judges, items = len(orders), len(orders[0]) if orders else 0
    if any(len(order) != items for order in orders):
        raise ValueError("the judges ordered different numbers of items")
    if judges < 2 or items < 2:
        raise NotComputable(f"{judges} judges, {items} items")
    ranked = [mean_ranks(order) for order in orders]
    mean = Fraction(judges * (items + 1), 2)
    deviations = sum((sum((ranks[item] for ranks in ranked), Fraction(0)) - mean) ** 2 for item in range(items))
    ties = sum(times**3 - times for order in orders for times in Counter(order).values())
    room = judges**2 * (items**3 - items) - judges * ties
    if room == 0:
        raise NotComputable("every judge ties all items")
    w = 12 * deviations / room
    return Concordance(float(w), float(judges * (items - 1) * w), items - 1, judges, items)


def in_words(w: float) -> str:
    """`agree_much` from 0.7, `agree_half` from 0.5, else `agree_little`: codes for sentences, not the sentences."""
    if w >= MUCH:
        return "agree_much"
    return "agree_half" if w >= HALF else "agree_little"
