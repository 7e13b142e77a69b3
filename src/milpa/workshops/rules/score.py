"""A mark for each option from 0 to 5 (range voting): the highest mean comes first.

Everybody marks every option, so that a mean never rests on a few; whoever has no opinion votes blank.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from milpa.workshops.rules.placing import Number, Placed, placed

LOWEST, HIGHEST = 0, 5
Marks = Mapping[str, int]


class OutOfRange(ValueError):
    """A mark lies off the scale; `args` = the mark."""


class Unmarked(ValueError):
    """An option has no mark; `args` = how many have none."""


def refuse_marks(marks: Marks, options: Sequence[str], lowest: int = LOWEST, highest: int = HIGHEST) -> None:
    """Raises OutOfRange, Unmarked, ValueError for a mark on what is not there."""
    if unknown := marks.keys() - set(options):
        raise ValueError(f"not in the vote: {sorted(unknown)}")
    if off := [mark for mark in marks.values() if not lowest <= mark <= highest]:
        raise OutOfRange(off[0])
    if missing := set(options) - marks.keys():
        raise Unmarked(len(missing))


def means(ballots: Sequence[Marks], options: Sequence[str]) -> dict[str, Number]:
    """The mean mark of each option; 0 before anybody voted."""
    return {option: Fraction(sum(marks[option] for marks in ballots), len(ballots) or 1) for option in options}


def standings(ballots: Sequence[Marks], options: Sequence[str]) -> list[Placed]:
    """Options from the highest to the lowest mean."""
    return placed(means(ballots, options), options)
