"""Whether a need suits ICT: the mean of five judgements, each from 0 to 3, is 2 or more.

One value a criterion for the whole room, agreed aloud, after the vote. A missing judgement leaves the need unjudged.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

CRITERIA = ("screen", "practice", "access", "content", "reach")
LOWEST, HIGHEST = 0, 3
SUITS_FROM = 2


@dataclass(frozen=True, slots=True)
class Suitability:
    suits: bool | None  # None = unjudged
    mean: Fraction | None
    missing: tuple[str, ...]  # criteria not judged yet


def suitability(judgements: Mapping[str, int | None]) -> Suitability:
    """`judgements`: criterion -> 0..3, or None or absent where the room has not judged yet.

    Raises ValueError for an unknown criterion or a value off the scale.
    """
    for criterion, value in judgements.items():
        if criterion not in CRITERIA or (value is not None and not LOWEST <= value <= HIGHEST):
            raise ValueError(f"no judgement: {criterion} {value}")
    missing = tuple(criterion for criterion in CRITERIA if judgements.get(criterion) is None)
    if missing:
        return Suitability(None, None, missing)
    mean = Fraction(sum(value for value in judgements.values() if value is not None), len(CRITERIA))
    return Suitability(mean >= SUITS_FROM, mean, ())
