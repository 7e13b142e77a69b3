"""Order pair by pair (Schulze 2011): who wins most convincingly against whom, also through others.

A path from a to b goes over options each of which more people put before the next one; it is as strong as its weakest step (the
number of people who put the one before the other). a comes before b if the strongest path from a to b is stronger than the one back.
M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method",
Social Choice and Welfare 36 (2011) 267-303.
"""

from collections.abc import Sequence

from milpa.workshops.rules.orders import Order, Pairs, pairs_of
from milpa.workshops.rules.placing import Placed


def strongest_paths(pairs: Pairs) -> dict[str, dict[str, int]]:
    """paths[a][b]: the strength of the strongest path from a to b, 0 where there is none."""
    paths = {one: {other: pairs[one][other] if pairs[one][other] > pairs[other][one] else 0 for other in pairs} for one in pairs}
    for through in pairs:
        for one in pairs:
            for other in pairs:
                if one != other and through not in (one, other):
                    paths[one][other] = max(paths[one][other], min(paths[one][through], paths[through][other]))
    return paths


def standings(orders: Sequence[Order], options: Sequence[str]) -> list[Placed]:
    """Options in order; the value is how many others it comes before. Those that nobody comes before share the first place."""
    paths = strongest_paths(pairs_of(orders, options))
    wins = {one: sum(paths[one][other] > paths[other][one] for other in options) for one in options}
    losses = {one: sum(paths[other][one] > paths[one][other] for other in options) for one in options}
    ordered = sorted(options, key=lambda option: (losses[option], -wins[option]))
    return [Placed(1 + losses[option], option, wins[option]) for option in ordered]
