"""The comparison as the page, the sheet and the decision need it: read once, computed by the rules."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q

from milpa.conglomerates.models import Candidate, Criterion, Selection, Value, Weighting
from milpa.conglomerates.refusals import GapsNotTreated, NoWeightsYet, TooFewCandidates, ValueIsMissing
from milpa.conglomerates.rules import agreement, sensitivity, weighted_sum
from milpa.conglomerates.sides import deciding
from milpa.people.models import Institution

FEWEST = 2  # below that nothing can be compared; the guide's three to eight is the evidence's matter


@dataclass
class Table:
    """Everything of one selection as plain rows."""

    selection: Selection
    candidates: list[Candidate]
    criteria: list[Criterion]
    cells: dict[tuple[UUID, UUID], Value]
    sides: list[Institution]
    round: int
    weightings: dict[UUID, dict[str, Any]]  # side -> weights of this round
    closed_early: bool

    @property
    def gaps(self) -> list[Value]:
        return [cell for cell in self.cells.values() if cell.no_datum]

    @property
    def missing(self) -> list[tuple[Candidate, Criterion]]:
        return [(a, c) for a in self.candidates for c in self.criteria if not self._said(a, c)]

    def _said(self, candidate: Candidate, criterion: Criterion) -> bool:
        cell = self.cells.get((candidate.id, criterion.id))
        return cell is not None and (cell.no_datum or cell.value is not None)

    @property
    def are_shown(self) -> bool:
        """Weights are secret until all sides have weighed, or the round was closed with a reason."""
        return self.closed_early or all(side.id in self.weightings for side in self.sides)

    @property
    def shown_weightings(self) -> dict[UUID, dict[str, Any]]:
        return {side.id: self.weightings[side.id] for side in self.sides if side.id in self.weightings} if self.are_shown else {}

    @cached_property
    def comparison(self) -> weighted_sum.Comparison:
        """Raises TooFewCandidates, ValueIsMissing, GapsNotTreated, NoWeightsYet: in the order in which one mends them."""
        if len(self.candidates) < FEWEST:
            raise TooFewCandidates(n=len(self.candidates))
        if self.missing:
            candidate, criterion = self.missing[0]
            raise ValueIsMissing(candidate=candidate.name, criterion=str(criterion))
        if self.gaps and not self.selection.gaps:
            raise GapsNotTreated
        if not self.shown_weightings:
            raise NoWeightsYet
        criteria = [weighted_sum.Criterion(str(row.id), row.more_is_better) for row in self.criteria]
        weightings = {str(side): {key: Decimal(value) for key, value in said.items()} for side, said in self.shown_weightings.items()}
        gaps = weighted_sum.Gaps(self.selection.gaps) if self.gaps else None
        return weighted_sum.compare(self._values(), criteria, weightings, gaps)

    def _values(self) -> dict[str, dict[str, Decimal | None]]:
        return {str(a.id): {str(c.id): self.cells[a.id, c.id].value for c in self.criteria} for a in self.candidates}

    @cached_property
    def agreement(self) -> agreement.Agreement:
        return agreement.agreement({side: ranking.ranks for side, ranking in self.comparison.by_partner.items()})

    @cached_property
    def rooms(self) -> tuple[sensitivity.Room, ...]:
        return sensitivity.rooms(self.comparison.by_mean)


def table(selection: Selection) -> Table:
    """Reads a selection in six queries, whatever its rows."""
    candidates, criteria = list(selection.candidates.all()), list(selection.criteria.all())
    cells = {(cell.candidate_id, cell.criterion_id): cell for cell in Value.objects.filter(candidate__selection=selection)}
    round, closed = _round(selection)
    said = Weighting.objects.filter(selection=selection, round=round, voided_by=None).in_order().values_list("side", "weights")
    known = {str(row.id) for row in criteria}
    weightings = {side: weights for side, weights in said if known <= weights.keys()}
    weightings = {side: {key: weights[key] for key in known} for side, weights in weightings.items()}
    return Table(selection, candidates, criteria, cells, deciding(selection.programme), round, weightings, closed)


def _round(selection: Selection) -> tuple[int, bool]:
    """The number of the round that stands open, from 1, and whether it was closed before all had weighed."""
    told = Selection.objects.filter(id=selection.id).aggregate(
        asked=Count("rounds", filter=Q(rounds__voided_by=None), distinct=True), closed=Max("shown__round", filter=Q(shown__voided_by=None))
    )
    return told["asked"] + 1, told["closed"] == told["asked"] + 1
