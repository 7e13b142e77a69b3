"""What people put in order, and the pairs that follow from it.

An order names options, the most wanted first, each once. It need not name all: those left out share the last place, so that
nobody is taken to prefer one of them to another.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

Order = Sequence[str]
Pairs = Mapping[str, Mapping[str, int]]  # pairs[a][b]: how many put a before b


class NotAnOrder(ValueError):
    """An order names something twice, or something that is not there; `args` = what."""


class WrongNumber(ValueError):
    """An order names fewer or more options than the vote asks for; `args` = how many it names."""


def refuse_disorder(order: Order, options: Sequence[str], places: int = 0) -> None:
    """Raises NotAnOrder, and WrongNumber if the vote asks for `places` (0: as many as one likes)."""
    if unknown := set(order) - set(options):
        raise NotAnOrder(*sorted(unknown))
    if twice := [option for option, times in Counter(order).items() if times > 1]:
        raise NotAnOrder(*sorted(twice))
    if places and len(order) != places:
        raise WrongNumber(len(order))


def usual_places(options: int) -> int:
    """How many each person puts in order: all up to seven, of more the first five (nominal group technique)."""
    return options if options <= 7 else 5


def pairs_of(orders: Sequence[Order], options: Sequence[str]) -> dict[str, dict[str, int]]:
    """How many people put each option before each other one."""
    pairs = {one: dict.fromkeys(options, 0) for one in options}
    for order, times in Counter(tuple(order) for order in orders).items():
        behind = set(options)
        for option in order:
            behind.discard(option)
            for other in behind:
                pairs[option][other] += times
    return pairs


def beats_all(pairs: Pairs) -> str | None:
    """The option that more people put before than behind each other one, taken alone (Condorcet winner), if there is one."""
    return next((one for one in pairs if all(pairs[one][other] > pairs[other][one] for other in pairs if other != one)), None)


def loses_to_all(pairs: Pairs) -> str | None:
    """The option that loses against each other one, taken alone (Condorcet loser), if there is one."""
    return next((one for one in pairs if all(pairs[one][other] < pairs[other][one] for other in pairs if other != one)), None)
