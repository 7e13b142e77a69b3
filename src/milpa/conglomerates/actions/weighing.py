"""Each side weighs for itself; nobody sees the others' weights before all have weighed, or the round was closed."""

from decimal import Decimal
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import RoundAsked, Selection, Weighting, WeightsShown
from milpa.conglomerates.refusals import NotADecidingSide, WeightIsNegative, WeightsAreZero, WeightsIncomplete
from milpa.conglomerates.rules.weighting import NegativeWeight, ZeroWeights, normalised
from milpa.conglomerates.sides import decides
from milpa.people.models import Person


def weigh(by: Person, selection_id: UUID, id: UUID, weights: dict[UUID, Decimal]) -> Weighting:
    """One side's weights in this round; weighing again replaces them (the newest counts).

    Raises Selection.DoesNotExist, NotADecidingSide, WeightsIncomplete, WeightsAreZero, WeightIsNegative.
    """
    with transaction.atomic():
        selection = Selection.objects.open_to(by, "conglomerates.weigh").get(id=selection_id)
        round = selection.rounds.filter(voided_by=None).count() + 1
        said = {str(key): format(value.normalize(), "f") for key, value in weights.items()}
        known_before = Weighting.objects.filter(id=id).first()
        fact = Weighting(
            id=id,
            by=by,
            institution_id=selection.institution_id,
            selection=selection,
            side_id=by.institution_id,
            round=known_before.round if known_before else round,  # a repeat belongs to the round it was said in
            weights=said,
        )
        known, new = ledger.recognise([fact])
        if new:
            _refuse(by, selection, weights)
            known = ledger.append(new)
        return known[0]


def _refuse(by: Person, selection: Selection, weights: dict[UUID, Decimal]) -> None:
    if not decides(by, selection.programme):
        raise NotADecidingSide
    for criterion in selection.criteria.all():
        if criterion.id not in weights:
            raise WeightsIncomplete(criterion=str(criterion))
    try:
        normalised({str(key): value for key, value in weights.items()})
    except ZeroWeights as error:
        raise WeightsAreZero from error
    except NegativeWeight as error:
        raise WeightIsNegative from error


def close_round(by: Person, selection_id: UUID, id: UUID, why: str) -> WeightsShown:
    """Shows the weights before all sides have weighed; why stays written."""
    with transaction.atomic():
        selection = Selection.objects.open_to(by, "conglomerates.close_round").get(id=selection_id)
        round = selection.rounds.filter(voided_by=None).count() + 1
        fact = WeightsShown(id=id, by=by, institution_id=selection.institution_id, selection=selection, round=round, why=why)
        known, new = ledger.recognise([fact])
        return (known or ledger.append(new))[0]


def ask_for_round(by: Person, selection_id: UUID, id: UUID, why: str) -> RoundAsked:
    """Another round: all sides weigh anew, again in secret. The weights of the earlier rounds stay on record."""
    with transaction.atomic():
        selection = Selection.objects.open_to(by, "conglomerates.close_round").get(id=selection_id)
        fact = RoundAsked(id=id, by=by, institution_id=selection.institution_id, selection=selection, why=why)
        known, new = ledger.recognise([fact])
        return (known or ledger.append(new))[0]
