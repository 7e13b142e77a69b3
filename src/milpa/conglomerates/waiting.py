"""Whose turn it is in the choice: to weigh, to decide, to sign. A fixed number of queries for any number of programmes."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse

from milpa.conglomerates.models import Criterion, RoundAsked, Selection, Weighting, WeightsShown
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.people.standing import granted
from milpa.programmes.models import Partner
from milpa.programmes.registries import Wait
from milpa.programmes.said import Said, said


def waits(person: Any, programmes: Iterable[UUID]) -> list[Wait]:
    """Each deciding side that has not weighed in this round, or neither signed nor said why not; and the decision itself."""
    selections = list(Selection.objects.filter(programme__in=list(programmes)))
    if not selections:
        return []
    sides = _sides(selections)
    weighed = _not_weighed([one for one in selections if not one.decided_id], sides)
    unsigned = _not_signed([one for one in selections if one.decided_id], sides)
    return [wait for selection in selections for wait in _of(selection, weighed, unsigned)]


def _of(selection: Selection, weighing: dict[UUID, set[UUID]], signing: dict[UUID, set[UUID]]) -> list[Wait]:
    if selection.id in signing:
        return _turn(selection, signing[selection.id], "comparison", said("Sign the choice"), said("Read and sign"))
    if selection.id not in weighing:
        return []
    if left := weighing[selection.id]:
        return _turn(selection, left, "weigh", said("Weigh the criteria for choosing"), said("Weigh"))
    return _turn(selection, {selection.institution_id}, "comparison", said("Write the decision"), said("Decide"))


def _turn(selection: Selection, sides: set[UUID], page: str, what: Said, button: Said) -> list[Wait]:
    link = reverse(f"conglomerates:{page}", args=[selection.programme_id])
    roles = frozenset(role for _relation, role in granted("conglomerates.sign"))
    return [Wait(selection.programme_id, what, link, button, institution=side, roles=roles) for side in sorted(sides)]


def _sides(selections: list[Selection]) -> dict[UUID, set[UUID]]:
    """programme -> the owner and the partners that accepted to decide."""
    sides = {one.programme_id: {one.institution_id} for one in selections}
    accepted = Partner.objects.accepted().filter(programme__in=list(sides), decides=True)
    for programme, invited in accepted.values_list("programme", "invited"):
        sides[programme].add(invited)
    return sides


def _not_weighed(selections: list[Selection], sides: dict[UUID, set[UUID]]) -> dict[UUID, set[UUID]]:
    """selection -> sides still to weigh in its round; empty once the round was closed. Without candidates nobody is asked yet."""
    ids = [one.id for one in selections if one.id]
    criteria, rounds = defaultdict(set), defaultdict(lambda: 1)
    for selection, criterion in Criterion.objects.filter(selection__in=ids, selection__candidates__isnull=False).values_list(
        "selection", "id"
    ):
        criteria[selection].add(str(criterion))
    for selection in RoundAsked.objects.filter(selection__in=ids, voided_by=None).values_list("selection", flat=True):
        rounds[selection] += 1
    closed = set(WeightsShown.objects.filter(selection__in=ids, voided_by=None).values_list("selection", "round"))
    done = defaultdict(set)
    for selection, side, round, weights in Weighting.objects.filter(selection__in=ids, voided_by=None).values_list(
        "selection", "side", "round", "weights"
    ):
        if round == rounds[selection] and criteria[selection] <= weights.keys():
            done[selection].add(side)
    return {
        one.id: set() if (one.id, rounds[one.id]) in closed else sides[one.programme_id] - done[one.id]
        for one in selections
        if criteria[one.id]
    }


def _not_signed(selections: list[Selection], sides: dict[UUID, set[UUID]]) -> dict[UUID, set[UUID]]:
    """selection -> sides that neither signed its newest revision nor said why not."""
    ids, settled = [one.id for one in selections], set()
    for model in (Signed, SignatureDeclined):
        settled |= set(model.objects.filter(document__in=ids, voided_by=None).values_list("document", "number", "side"))
    return {one.id: {side for side in sides[one.programme_id] if (one.id, one.revision, side) not in settled} for one in selections}
