"""How far each weight may move, the others keeping their proportions, before the first place changes.

With weight t on one criterion and the rest shared as before, a candidate's total is t s + (1 - t) r, where s is its
value in that criterion and r its total in all others: a straight line. So the first stays first between the crossings
with its rivals nearest to the weight as it is, and the interval is exact.
(Triantaphyllou & Sanchez, Decision Sciences 28 (1997) 151-194, here with the weights kept at a sum of 1.)
"""

from dataclasses import dataclass
from fractions import Fraction

from milpa.conglomerates.rules.weighted_sum import Place, Ranking


@dataclass(frozen=True, slots=True)
class Room:
    """Between `low` and `high` (shares of the whole weight, ends included) who is first stays first.

    At an end the rival has caught up, beyond it the rival leads; () where the end is 0 or 1 and nobody does.
    """

    criterion: str
    weight: Fraction
    low: Fraction
    high: Fraction
    rivals_below: tuple[str, ...]
    rivals_above: tuple[str, ...]

    @property
    def never_changes(self) -> bool:
        return self.low == 0 and self.high == 1


def _line(place: Place, criterion: int) -> tuple[Fraction, Fraction]:
    """(total with no weight on the criterion, total with all weight on it)."""
    part = place.contributions[criterion]
    return (place.total - part.points) / (1 - part.weight), part.scaled


def _at(end: Fraction, crossings: list[tuple[Fraction, str]]) -> tuple[str, ...]:
    return tuple(sorted({rival for crossing, rival in crossings if crossing == end}))


def _room(ranking: Ranking, criterion: int) -> Room:
    own = ranking.places[0].contributions[criterion]
    if own.weight == 1:  # the others have no proportions to keep
        return Room(own.criterion, own.weight, Fraction(1), Fraction(1), (), ())
    leaders = [_line(place, criterion) for place in ranking.places if place.rank == 1]
    below: list[tuple[Fraction, str]] = []  # where a rival has caught up when the weight goes down
    above: list[tuple[Fraction, str]] = []
    for rival in ranking.places:
        without, only = _line(rival, criterion)
        for leader_without, leader_only in leaders:
            ahead_at_0, ahead_at_1 = leader_without - without, leader_only - only
            if ahead_at_0 < 0:
                below.append((ahead_at_0 / (ahead_at_0 - ahead_at_1), rival.candidate))
            if ahead_at_1 < 0:
                above.append((ahead_at_0 / (ahead_at_0 - ahead_at_1), rival.candidate))
    low = max((crossing for crossing, _ in below), default=Fraction(0))
    high = min((crossing for crossing, _ in above), default=Fraction(1))
    return Room(own.criterion, own.weight, low, high, _at(low, below), _at(high, above))


def rooms(ranking: Ranking) -> tuple[Room, ...]:
    """One interval per criterion that counts, in the ranking's order of criteria.

    Where several share the first place the interval is that in which they still share it, often only the weight itself.
    """
    return tuple(_room(ranking, criterion) for criterion in range(len(ranking.places[0].contributions)))
