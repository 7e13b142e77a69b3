"""How close the call was: with how many people voting otherwise the first place would have been another's.

The answer is found by doing it: ballots are exchanged one after another for one that puts a rival first and the winner last, those
that lean most to the winner first, and counted anew by the same rule. So it is always true that so many *would have been enough*;
for dots, points and marks fewer would not (each exchange there closes the gap as far as any can).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from milpa.workshops.rules.placing import Placed, firsts

Ballot = TypeVar("Ballot")
RIVALS = 3  # those that stand next are tried
FEWEST = 5  # of fewer voters nothing is concluded
CLOSE = Fraction(1, 20)  # a twentieth of those who voted, and at least two people


@dataclass(frozen=True, slots=True)
class Method(Generic[Ballot]):
    """A rule as this question needs it."""

    standings: Callable[[Sequence[Ballot]], Sequence[Placed]]
    against: Callable[[str, str], Ballot]  # rival, winner -> the ballot that helps the one most against the other
    lean: Callable[[Ballot, str, str], Fraction | int]  # how far a ballot puts the winner over the rival


def people_enough(ballots: Sequence[Ballot], method: Method[Ballot]) -> int | None:
    """How many people, voting otherwise, would have been enough for another first place (a shared one too).

    0 if the first place is shared already; None if nothing can be another.
    """
    standing = method.standings(ballots)
    first = firsts(standing)
    if not ballots or len(standing) < 2:
        return None
    if len(first) > 1:
        return 0
    (winner,) = first
    rivals = [one.option for one in standing if one.option != winner][:RIVALS]
    found = [n for rival in rivals if (n := _enough(ballots, method, winner, rival)) is not None]
    return min(found, default=None)


def _enough(ballots: Sequence[Ballot], method: Method[Ballot], winner: str, rival: str) -> int | None:
    ordered = sorted(ballots, key=lambda ballot: -method.lean(ballot, winner, rival))
    other = method.against(rival, winner)

    def is_enough(n: int) -> bool:
        return firsts(method.standings([other] * n + ordered[n:])) != {winner}

    low, high = 1, len(ordered)
    if not is_enough(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle + 1, high)
    return low


def verdict(voters: int, quorum: int, enough: int | None) -> str:
    """In a word: `quorum_missed`, `too_few`, `tied`, `close` or `clear`. The first that holds."""
    if voters < quorum:
        return "quorum_missed"
    if voters < FEWEST:
        return "too_few"
    if enough == 0:
        return "tied"
    return "close" if enough is not None and enough <= max(Fraction(2), CLOSE * voters) else "clear"
