"""The order that most agree with (Kemeny 1959): of all possible orders, the one that keeps most of what people said pair by pair.

Each order scores one for each pair of options and each person who put them the same way round; the best score wins. Reckoned
exactly, over sets of options instead of orders (2^m m steps), which is done in a moment up to `MOST` options; the problem grows
beyond any laptop (it is NP-hard), so a vote over more is refused, not approximated.
Where several orders are equally good, an option comes before another only if it does in all of them; the others share a place.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from milpa.workshops.rules.orders import Order, Pairs, pairs_of
from milpa.workshops.rules.placing import Placed

MOST = 10  # options


class TooManyOptions(ValueError):
    """More than MOST: the exact order would take too long."""


@dataclass(frozen=True, slots=True)
class Consensus:
    standings: tuple[Placed, ...]  # the value is how many others it comes before in all best orders
    score: int  # agreements of the best order
    of: int  # what everybody said pair by pair
    best_orders: int  # how many orders are equally good


def score_of(order: Order, pairs: Pairs) -> int:
    """The agreements of one order."""
    return sum(pairs[one][other] for place, one in enumerate(order) for other in order[place + 1 :])


def consensus(orders: Sequence[Order], options: Sequence[str]) -> Consensus:
    """The best order, or what all equally good ones have in common. Raises TooManyOptions."""
    if len(options) > MOST:
        raise TooManyOptions(len(options))
    pairs = pairs_of(orders, options)
    n, ahead = len(options), [[pairs[one][other] for other in options] for one in options]
    best, ways = _best_of_each_set(n, ahead)
    sure = _surely_before(n, ahead, best)
    losses = [sum(sure[other][one] for other in range(n)) for one in range(n)]
    wins = [sum(sure[one]) for one in range(n)]
    by_place = sorted(range(n), key=lambda one: (losses[one], -wins[one]))
    standings = tuple(Placed(1 + losses[one], options[one], wins[one]) for one in by_place)
    everything = (1 << n) - 1
    return Consensus(standings, best[everything], sum(map(sum, ahead)), ways[everything])


def standings(orders: Sequence[Order], options: Sequence[str]) -> list[Placed]:
    """Options in the best order. Raises TooManyOptions."""
    return list(consensus(orders, options).standings)


def _gains(n: int, ahead: list[list[int]]) -> list[list[int]]:
    """gains[one][set]: the agreements of `one` standing before everything in the set, each set a number of n bits."""
    gains = [[0] * (1 << n) for _one in range(n)]
    for one in range(n):
        row = gains[one]
        for found in range(1, 1 << n):
            lowest = found & -found
            row[found] = row[found ^ lowest] + ahead[one][lowest.bit_length() - 1]
    return gains


def _best_of_each_set(n: int, ahead: list[list[int]]) -> tuple[list[int], list[int]]:
    """For each set of options: the best score of an order of it, and how many orders reach it."""
    gains, best, ways = _gains(n, ahead), [0] * (1 << n), [1] * (1 << n)
    for found in range(1, 1 << n):
        top, times = -1, 0
        for one in range(n):
            rest = found ^ (1 << one)
            if found >> one & 1:
                score = gains[one][rest] + best[rest]
                top, times = (score, ways[rest]) if score > top else (top, times + ways[rest] * (score == top))
        best[found], ways[found] = top, times
    return best, ways


def _surely_before(n: int, ahead: list[list[int]], best: list[int]) -> list[list[bool]]:
    """Whether one stands before another in every best order: the other is never taken while the one is still there."""
    gains, everything = _gains(n, ahead), (1 << n) - 1
    reached = [False] * (1 << n)  # sets that are what remains at some moment of a best order
    reached[everything] = True
    sure = [[one != other for other in range(n)] for one in range(n)]
    for left in range(everything, 0, -1):
        if not reached[left]:
            continue
        for one in range(n):
            rest = left ^ (1 << one)
            if left >> one & 1 and gains[one][rest] + best[rest] == best[left]:
                reached[rest] = True
                for other in range(n):
                    if rest >> other & 1:
                        sure[other][one] = False
    return sure
