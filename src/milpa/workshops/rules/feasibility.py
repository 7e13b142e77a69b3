"""Importance and feasibility, each from 1 to 5: how much it would help, and how far it is in our hands.

Options stand by the product of the two means, so that what is important and cannot be done does not come first, nor what is easy
and helps nobody. Beside the order each option lies in one of four fields, parted at the middle of the scale (3, which counts as high):
do first, prepare, if there is time, leave.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from milpa.workshops.rules import score
from milpa.workshops.rules.placing import Number, Placed, placed

LOWEST, HIGHEST, MIDDLE = 1, 5, 3
FIELDS = ("first", "prepare", "time", "leave")  # important and feasible, important only, feasible only, neither


@dataclass(frozen=True, slots=True)
class Weighed:
    """One person's ballot."""

    importance: Mapping[str, int]
    feasibility: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Seen:
    importance: Fraction
    feasibility: Fraction

    @property
    def field(self) -> str:
        place = (self.importance < MIDDLE) * 2 + (self.feasibility < MIDDLE)
        return FIELDS[place]


def refuse_marks(ballot: Weighed, options: Sequence[str]) -> None:
    """Raises OutOfRange, Unmarked, ValueError: both marks are asked of every option."""
    for marks in (ballot.importance, ballot.feasibility):
        score.refuse_marks(marks, options, LOWEST, HIGHEST)


def seen(ballots: Sequence[Weighed], options: Sequence[str]) -> dict[str, Seen]:
    """Both means of each option."""
    importance = score.means([ballot.importance for ballot in ballots], options)
    feasibility = score.means([ballot.feasibility for ballot in ballots], options)
    return {option: Seen(Fraction(importance[option]), Fraction(feasibility[option])) for option in options}


def standings(ballots: Sequence[Weighed], options: Sequence[str]) -> list[Placed]:
    """Options by the product of the two means."""
    products: dict[str, Number] = {option: one.importance * one.feasibility for option, one in seen(ballots, options).items()}
    return placed(products, options)
