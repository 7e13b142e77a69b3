"""What is compared: candidates, criteria, values and the treatment of gaps. Each save is a revision."""

from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml
from django.db import transaction
from django.db.models import Max

from milpa import ledger
from milpa.conglomerates.models import Candidate, Criterion, Selection, Value
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.programmes.touching import touch

DEFAULT_CRITERIA = Path(__file__).parents[1] / "data" / "criteria.yaml"
KEY = "conglomerates.candidates_complete"


def start_selection(by: Person, programme_id: UUID) -> Selection:
    """The programme's selection, with the default criteria if it is new. Raises Programme.DoesNotExist."""
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "conglomerates.edit").select_for_update().get(id=programme_id)
        known = Selection.objects.filter(programme=programme).first()
        if known is not None:
            return known
        selection = Selection(institution_id=programme.institution_id, programme=programme)
        selection.save(force_insert=True)
        for place, row in enumerate(yaml.safe_load(DEFAULT_CRITERIA.read_text()), start=1):
            Criterion.objects.create(selection=selection, place=place, **row)
        ledger.revise(selection, 0, by=by)
        touch(programme.id, KEY)
        return selection


def _opened(by: Person, selection_id: UUID) -> Selection:
    return Selection.objects.open_to(by, "conglomerates.edit").select_for_update(of=("self",)).get(id=selection_id)


def _saved(selection: Selection, was: int, by: Person, why: str) -> Selection:
    ledger.revise(selection, was, by=by, why=why)
    touch(selection.programme_id, KEY, "conglomerates.selection_signed")
    return selection


def add_candidate(by: Person, selection_id: UUID, was: int, id: UUID, name: str, proposed: str = "") -> Candidate:
    """Raises Selection.DoesNotExist, StaleRevision. Sent twice it is one."""
    with transaction.atomic():
        selection = _opened(by, selection_id)
        if known := selection.candidates.filter(id=id).first():
            return known
        candidate = Candidate.objects.create(id=id, selection=selection, place=_next(selection.candidates), name=name, proposed=proposed)
        _saved(selection, was, by, name)
        return candidate


def remove_candidate(by: Person, selection_id: UUID, was: int, candidate_id: UUID) -> None:
    """Takes a candidate out of the comparison; a decision for it falls. Raises StaleRevision."""
    with transaction.atomic():
        selection = _opened(by, selection_id)
        candidate = selection.candidates.get(id=candidate_id)
        if selection.decided_id == candidate.id:
            selection.decided = None
            selection.save(update_fields=["decided"])
        candidate.delete()
        _saved(selection, was, by, candidate.name)


def add_criterion(
    by: Person, selection_id: UUID, was: int, id: UUID, title: str, unit: str, why: str, *, more_is_better: bool
) -> Criterion:
    """Adds a criterion in the programme's language. Raises StaleRevision. Sent twice it is one."""
    with transaction.atomic():
        selection = _opened(by, selection_id)
        if known := selection.criteria.filter(id=id).first():
            return known
        language = selection.programme.language
        criterion = Criterion.objects.create(
            id=id,
            selection=selection,
            place=_next(selection.criteria),
            title={language: title},
            unit={language: unit},
            why={language: why},
            more_is_better=more_is_better,
        )
        _saved(selection, was, by, title)
        return criterion


def remove_criterion(by: Person, selection_id: UUID, was: int, criterion_id: UUID) -> None:
    """Takes a criterion out, with its values; revisions keep both. Raises StaleRevision."""
    with transaction.atomic():
        selection = _opened(by, selection_id)
        criterion = selection.criteria.get(id=criterion_id)
        criterion.delete()
        _saved(selection, was, by, str(criterion))


def set_values(by: Person, selection_id: UUID, was: int, candidate_id: UUID, values: dict[UUID, dict[str, Any]]) -> Selection:
    """A candidate's profile: criterion -> {value, no_datum, year, source, scope, note}, all of them in one save."""
    with transaction.atomic():
        selection = _opened(by, selection_id)
        candidate = selection.candidates.get(id=candidate_id)
        for criterion in selection.criteria.filter(id__in=values):
            said = values[criterion.id]
            Value.objects.update_or_create(candidate=candidate, criterion=criterion, defaults=_cell(said))
        return _saved(selection, was, by, candidate.name)


def _cell(said: dict[str, Any]) -> dict[str, Any]:
    no_datum = bool(said.get("no_datum"))
    value: Decimal | None = None if no_datum else said.get("value")
    return {
        "value": value,
        "no_datum": no_datum,
        "year": said.get("year"),
        "source": said.get("source", ""),
        "scope": said.get("scope", ""),
        "note": said.get("note", ""),
    }


def treat_gaps(by: Person, selection_id: UUID, was: int, gaps: str) -> Selection:
    """Says how values without datum are treated, one way for the whole selection. Raises StaleRevision."""
    with transaction.atomic():
        selection = _opened(by, selection_id)
        selection.gaps = gaps
        selection.save(update_fields=["gaps"])
        return _saved(selection, was, by, gaps)


def _next(rows: Any) -> int:
    return int(rows.aggregate(last=Max("place"))["last"] or 0) + 1
