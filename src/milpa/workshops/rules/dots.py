"""How dots are counted.

Dot voting: each participant spreads a fixed number of dots over the groups of cards
(Nominal Group Technique: Delbecq & Van de Ven 1971). With at most one dot a group it is approval voting with a quota.
Plain values in, plain values out.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

Dot = tuple[str, str]  # participant, group


@dataclass(frozen=True, slots=True)
class Standing:
    rank: int  # 1 is first; equal dots share a rank
    group: str
    dots: int


@dataclass(frozen=True, slots=True)
class Turnout:
    """Said with every result: "37 personas votaron; 140 de 148 puntos"."""

    voters: int
    cast: int
    issued: int  # dots that those who voted could have placed


class TooManyDots(ValueError):
    """A participant placed more dots than the vote allows."""


class TooManyOnOne(ValueError):
    """A participant heaped more dots on one group than the vote allows."""


def dots_each(groups: int) -> int:
    """A third of the groups, rounded up: facilitators' rule of thumb."""
    return -(-groups // 3)


def refuse_overspending(dots: Sequence[Dot], dots_each: int, most_on_one: int = 1) -> None:
    """Raises TooManyDots if any participant placed more than `dots_each`, TooManyOnOne if more than `most_on_one` on a group."""
    if any(count > dots_each for count in Counter(participant for participant, _ in dots).values()):
        raise TooManyDots(dots_each)
    if any(count > most_on_one for count in Counter(dots).values()):
        raise TooManyOnOne(most_on_one)


def standings(dots: Sequence[Dot], groups: Sequence[str]) -> list[Standing]:
    """Groups from most to fewest dots.

    dots: one (participant, group) pair per dot, voided ones left out.
    groups: all groups on the wall, so that those without dots are listed too.
    Raises ValueError for a dot on a group that is not on the wall.
    """
    received = Counter(group for _, group in dots)
    if unknown := received.keys() - set(groups):
        raise ValueError(f"not on the wall: {sorted(unknown)}")
    ranked = sorted(groups, key=lambda group: -received[group])
    return [Standing(1 + sum(received[other] > received[group] for other in groups), group, received[group]) for group in ranked]


def turnout(dots: Sequence[Dot], dots_each: int) -> Turnout:
    """How many voted and how many of their dots they placed."""
    voters = len({participant for participant, _ in dots})
    return Turnout(voters, len(dots), voters * dots_each)
