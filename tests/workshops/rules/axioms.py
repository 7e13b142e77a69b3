"""Profiles drawn by hypothesis, and what a rule must hold whatever the profile."""

from collections.abc import Callable, Sequence
from random import Random

from hypothesis import strategies as st

from milpa.workshops.rules.placing import Placed, firsts

OPTIONS = "ABCD"
Order = tuple[str, ...]
Rule = Callable[[Sequence[Order], Sequence[str]], Sequence[Placed]]


def orders(options: str = OPTIONS, most: int = 9) -> st.SearchStrategy[list[Order]]:
    """Whole orders."""
    return st.lists(st.permutations(options).map(tuple), min_size=1, max_size=most)


def short_orders(options: str = OPTIONS, most: int = 9) -> st.SearchStrategy[list[Order]]:
    """Orders that leave some out."""
    return st.lists(
        st.tuples(st.permutations(options), st.integers(1, len(options))).map(lambda p: tuple(p[0][: p[1]])), min_size=1, max_size=most
    )


def places(standings: Sequence[Placed]) -> dict[str, int]:
    return {one.option: one.rank for one in standings}


def is_anonymous(rule: Rule, profile: list[Order], seed: int) -> bool:
    """Whose ballot it is does not matter."""
    mixed = list(profile)
    Random(seed).shuffle(mixed)
    return places(rule(profile, OPTIONS)) == places(rule(mixed, OPTIONS))


def is_neutral(rule: Rule, profile: list[Order], renamed: Sequence[str]) -> bool:
    """What an option is called, and where it stands on the ballot, does not matter."""
    called = dict(zip(OPTIONS, renamed, strict=True))
    other = [tuple(called[option] for option in order) for order in profile]
    return {called[option]: rank for option, rank in places(rule(profile, OPTIONS)).items()} == places(rule(other, "".join(renamed)))


def lifted(order: Order, option: str) -> Order:
    """The same with the option one place higher."""
    at = order.index(option)
    swapped = list(order)
    swapped[max(at - 1, 0)], swapped[at] = swapped[at], swapped[max(at - 1, 0)]
    return tuple(swapped)


def is_monotone(rule: Rule, profile: list[Order], voter: int) -> bool:
    """Whoever wins alone goes on winning when somebody puts it higher."""
    first = firsts(rule(profile, OPTIONS))
    if len(first) > 1:
        return True
    (winner,) = first
    higher = [*profile]
    higher[voter % len(profile)] = lifted(profile[voter % len(profile)], winner)
    return firsts(rule(higher, OPTIONS)) == first


def all_listed(rule: Rule, profile: list[Order]) -> bool:
    """Each option has one place, and places are those of a competition: 1, 1, 3."""
    found = rule(profile, OPTIONS)
    ranks = sorted(one.rank for one in found)
    return sorted(one.option for one in found) == sorted(OPTIONS) and ranks[0] == 1
