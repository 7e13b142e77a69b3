"""Order by points (Borda 1781): of m options the first of each person's order gets m - 1 points, the next m - 2, and so on.

What a person left out of the order shares the points of the places that remain: of three options, whoever names one gives it 2
and half a point to each of the other two. So every order gives away the same number of points, and naming fewer gains nothing.
Known faults, said in `docs/rules/voting.md`: a majority's favourite can lose, and near copies of an option help it.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from milpa.workshops.rules.orders import Order
from milpa.workshops.rules.placing import Number, Placed, placed


def points(orders: Sequence[Order], options: Sequence[str]) -> dict[str, Number]:
    """Points of each option."""
    most, got = len(options) - 1, {option: Fraction(0) for option in options}
    for order, times in Counter(tuple(order) for order in orders).items():
        for place, option in enumerate(order):
            got[option] += (most - place) * times
        left = [option for option in options if option not in order]
        for option in left:
            got[option] += Fraction(len(left) - 1, 2) * times
    return dict(got)


def standings(orders: Sequence[Order], options: Sequence[str]) -> list[Placed]:
    """Options from most to fewest points. An order names options once, the most wanted first, not necessarily all."""
    return placed(points(orders, options), options)
