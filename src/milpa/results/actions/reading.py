"""Indicators that people define, and the readings that somebody reports for them."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from milpa import ledger
from milpa.ledger.models import Voided
from milpa.ledger.refusals import NotYours
from milpa.people.standing import may
from milpa.programmes.models import Programme
from milpa.results.models import Indicator, Reading
from milpa.results.refusals import NothingRead, SourceNeeded
from milpa.web.uploads.accept import accept

BELONGS = "results.reading"  # who may see the results reads what shows a reading
FAMILIES = ("picture", "pdf", "sheet", "text")


@dataclass(frozen=True, slots=True)
class Definition:
    """What an indicator counts, in which unit, from where to where."""

    name: str
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure as its source gives it. Where `words` are given, they stand wherever the figure stands."""

    source: str
    value: Decimal | None = None
    words: str = ""
    language: str = "es"
    people: int | None = None
    formula: str = ""
    on: date | None = None
    period: str = ""
    link: str = ""
    is_illustrative: bool = False


def define_indicator(by: Any, id: UUID, programme_id: UUID, definition: Definition) -> Indicator:
    """A new indicator of a programme; sent twice it is one. Raises NotYours, Programme.DoesNotExist."""
    if not may(by, "results.type"):
        raise NotYours
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "results.type").get(id=programme_id)
        known = Indicator.objects.filter(id=id, programme=programme).first()
        if known is not None:
            return known
        indicator = Indicator(id=id, institution_id=programme.institution_id, programme=programme, **asdict(definition))
        ledger.create(indicator, by=by)
        return indicator


def change_indicator(by: Any, indicator_id: UUID, was: int, definition: Definition) -> Indicator:
    """Says anew what an indicator counts. Raises Indicator.DoesNotExist, StaleRevision."""
    with transaction.atomic():
        indicator = Indicator.objects.open_to(by, "results.type").select_for_update(of=("self",)).get(id=indicator_id)
        for name, value in asdict(definition).items():
            setattr(indicator, name, value)
        indicator.save(update_fields=list(asdict(definition)))
        ledger.revise(indicator, was, by=by)
        return indicator


def report_reading(by: Any, id: UUID, indicator_id: UUID, reported: Reported, upload: UploadedFile | None = None) -> Reading:
    """Puts a reported figure on record with its source, and the file that shows it. Sent twice it is one.

    Raises Indicator.DoesNotExist, NothingRead, SourceNeeded, Conflict, and what `uploads.accept` raises for a file that does not fit.
    """
    with transaction.atomic():
        indicator = Indicator.objects.open_to(by, "results.type").select_related("institution").get(id=indicator_id)
        fact = Reading(
            id=id,
            by=by,
            institution_id=indicator.institution_id,
            programme_id=indicator.programme_id,
            indicator=indicator,
            file=id if upload is not None else None,
            **asdict(reported),
        )
        known, new = ledger.recognise([fact])
        if new:
            _refuse_bare(reported)
            if upload is not None:
                accept(upload, by=by, institution=indicator.institution, families=FAMILIES, belongs=(BELONGS, id), id=id)
            known = ledger.append(new)
    stored: Reading = known[0]
    return stored


def _refuse_bare(reported: Reported) -> None:
    if reported.value is None and not reported.words.strip():
        raise NothingRead
    if not reported.source.strip():
        raise SourceNeeded


def withdraw_reading(by: Any, id: UUID, reading_id: UUID, why: str) -> Voided:
    """A reading no longer counts; it stays on record with the reason. Raises Reading.DoesNotExist."""
    with transaction.atomic():
        reading = Reading.objects.open_to(by, "results.type").get(id=reading_id)
        return ledger.void(reading, by=by, why=why, id=id)
