"""In which order the candidates stand: a weighted sum over min-max values of the candidates compared.

Each criterion runs from 0 (the worst candidate) to 1 (the best), so the order holds for these candidates only and may
change when one is added. A gap has one treatment for the whole selection, said on the page; it is never a silent zero.
Weighted sum: Triantaphyllou, Multi-Criteria Decision Making Methods, Kluwer 2000, ch. 2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from milpa.conglomerates.rules.weighting import DifferentCriteria, Number, exact, mean_of, normalised

Values = Mapping[str, Mapping[str, Number | None]]  # candidate -> criterion -> value; None = "no datum" was said


class Gaps(StrEnum):
    LEAVE_OUT = "leave_out"  # the criterion is left out for all candidates
    WORST = "worst"  # the candidate gets the worst value of the others


class UndeclaredGap(ValueError):
    """A value is missing and either nobody said so or no treatment was chosen; `args` = candidate, criterion."""


class NothingToCompare(ValueError):
    """No criterion with a value is left, or there is no candidate."""


@dataclass(frozen=True, slots=True)
class Criterion:
    key: str
    more_is_better: bool = True


@dataclass(frozen=True, slots=True)
class Contribution:
    criterion: str
    weight: Fraction  # normalised
    scaled: Fraction  # 0 worst .. 1 best of those compared
    assumed: bool  # the worst value was taken because there was none

    @property
    def points(self) -> Fraction:
        """What the criterion adds to the total, 0 to 1."""
        return self.weight * self.scaled


@dataclass(frozen=True, slots=True)
class Place:
    rank: int  # 1 is first; equal totals share a rank
    candidate: str
    total: Fraction  # 0 to 1
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    places: tuple[Place, ...]  # from first to last
    left_out: tuple[str, ...]  # criteria that don't count because a value is missing
    flat: tuple[str, ...]  # criteria in which all are equal: they add nothing to anyone

    @property
    def first(self) -> frozenset[str]:
        return frozenset(place.candidate for place in self.places if place.rank == 1)

    @property
    def ranks(self) -> dict[str, int]:
        return {place.candidate: place.rank for place in self.places}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The ranking by the mean of the weights, never to be shown without the partners' own."""

    by_partner: dict[str, Ranking]
    by_mean: Ranking


def _refuse_undeclared(values: Values, criteria: Sequence[Criterion], gaps: Gaps | None) -> None:
    for candidate, row in values.items():
        for criterion in criteria:
            if criterion.key not in row or (row[criterion.key] is None and gaps is None):
                raise UndeclaredGap(candidate, criterion.key)


def _scaled(values: Values, criterion: Criterion) -> dict[str, tuple[Fraction, bool]]:
    """Candidate -> (0 worst .. 1 best, whether the worst was assumed). All equal: 0 for all."""
    known = {candidate: exact(value) for candidate, row in values.items() if (value := row[criterion.key]) is not None}
    worst, best = min(known.values()), max(known.values())
    if not criterion.more_is_better:
        worst, best = best, worst
    spread = best - worst
    if spread == 0:
        return {candidate: (Fraction(0), candidate not in known) for candidate in values}
    return {candidate: ((known.get(candidate, worst) - worst) / spread, candidate not in known) for candidate in values}


def ranking(values: Values, criteria: Sequence[Criterion], weights: Mapping[str, Number], gaps: Gaps | None = None) -> Ranking:
    """The candidates from first to last, with what each criterion adds.

    values: every candidate with every criterion; None where "no datum" was said. gaps: the one treatment of those.
    A criterion without any value is left out for all under either treatment.
    Raises UndeclaredGap, NothingToCompare, DifferentCriteria, ZeroWeights (also when only what is left out has weight),
    NegativeWeight.
    """
    _refuse_undeclared(values, criteria, gaps)
    if lacking := sorted({criterion.key for criterion in criteria} ^ weights.keys()):
        raise DifferentCriteria(lacking)
    gapped = {c.key for c in criteria if any(row[c.key] is None for row in values.values())}
    empty = {c.key for c in criteria if all(row[c.key] is None for row in values.values())}
    left_out = gapped if gaps is Gaps.LEAVE_OUT else empty
    counted = [criterion for criterion in criteria if criterion.key not in left_out]
    if not counted or not values:
        raise NothingToCompare
    shares = normalised({criterion.key: weights[criterion.key] for criterion in counted})
    scaled = {criterion.key: _scaled(values, criterion) for criterion in counted}
    parts = {who: tuple(Contribution(key, shares[key], *column[who]) for key, column in scaled.items()) for who in values}
    totals = {who: sum((part.points for part in own), Fraction(0)) for who, own in parts.items()}
    places = tuple(
        Place(1 + sum(other > totals[who] for other in totals.values()), who, totals[who], parts[who])
        for who in sorted(totals, key=lambda who: -totals[who])
    )
    flat = tuple(key for key, column in scaled.items() if all(value == 0 for value, _ in column.values()))
    return Ranking(places, tuple(c.key for c in criteria if c.key in left_out), flat)


def compare(
    values: Values, criteria: Sequence[Criterion], weightings: Mapping[str, Mapping[str, Number]], gaps: Gaps | None = None
) -> Comparison:
    """One ranking per partner and one by the mean of their normalised weights. Raises as `ranking` and `mean_of` do."""
    mean = mean_of(list(weightings.values()))
    by_partner = {partner: ranking(values, criteria, weights, gaps) for partner, weights in weightings.items()}
    return Comparison(by_partner, ranking(values, criteria, mean, gaps))
