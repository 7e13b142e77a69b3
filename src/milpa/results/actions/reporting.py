"""The report of a programme: begun, written, its figures taken, sent."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from milpa import ledger
from milpa.ledger.refusals import NotYours, RevisionMovedOn
from milpa.people.standing import may
from milpa.programmes.models import Partner, Programme
from milpa.programmes.refusals import Historical
from milpa.programmes.touching import touch
from milpa.results.figures import figures_of
from milpa.results.models import Report, ReportSent
from milpa.results.refusals import NobodyToSendTo, NoFiguresTaken

DELIVERED = "results.report_delivered"


@dataclass(frozen=True, slots=True)
class Written:
    """What people write in a report."""

    title: str
    since: date | None = None
    until: date | None = None
    due_on: date | None = None
    done: str = ""
    learnt: str = ""
    coming: str = ""


def begin_report(by: Any, id: UUID, programme_id: UUID, written: Written) -> Report:
    """Begins a report with the figures of this moment; sent twice it is one. Raises NotYours, Programme.DoesNotExist, Historical."""
    if not may(by, "results.report"):
        raise NotYours
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "results.report").get(id=programme_id)
        known = Report.objects.filter(id=id, programme=programme).first()
        if known is not None:
            return known
        if programme.is_historical:
            raise Historical
        report = Report(id=id, institution_id=programme.institution_id, programme=programme, **asdict(written))
        _take(report)
        ledger.create(report, by=by)
        return report


def write_report(by: Any, report_id: UUID, was: int, written: Written) -> Report:
    """Saves what was written. The figures stay as they were taken. Raises Report.DoesNotExist, StaleRevision."""
    with transaction.atomic():
        report = _fetch(by, report_id)
        for name, value in asdict(written).items():
            setattr(report, name, value)
        report.save(update_fields=list(asdict(written)))
        ledger.revise(report, was, by=by)
        return report


def take_figures(by: Any, report_id: UUID, was: int) -> Report:
    """Copies the figures of this moment into the report, in its programme's language. What was sent keeps its own.

    Raises Report.DoesNotExist, StaleRevision.
    """
    with transaction.atomic():
        report = _fetch(by, report_id)
        _take(report)
        report.save(update_fields=["figures", "taken_at"])
        ledger.revise(report, was, by=by)
        return report


def send_report(by: Any, id: UUID, report_id: UUID, number: int, to: Sequence[UUID]) -> list[ReportSent]:
    """Freezes revision `number` by sending it to partners of the programme, one fact each; the batch is one act.

    Raises Report.DoesNotExist, NobodyToSendTo, NoFiguresTaken, RevisionMovedOn.
    """
    with transaction.atomic():
        report = Report.objects.open_to(by, "results.send").select_for_update(of=("self",)).get(id=report_id)
        revision = ledger.Revision.objects.filter(document=report.id, number=number).first()
        sha256 = revision.sha256 if revision else ""
        facts = [_sent(report, by, uuid5(id, str(institution)), number, sha256, institution) for institution in sorted(set(to))]
        known, new = ledger.recognise(facts)
        if new or not facts:
            _refuse_sending(report, number, to)
            known += ledger.append(new)
            touch(report.programme_id, DELIVERED)
        return known


def _fetch(by: Any, report_id: UUID) -> Report:
    found: Report = Report.objects.open_to(by, "results.report").select_for_update(of=("self",)).get(id=report_id)
    return found


def _take(report: Report) -> None:
    report.figures = [figure.plain(report.programme.language) for figure in figures_of(report.programme)]
    report.taken_at = ledger.now()


def _sent(report: Report, by: Any, id: UUID, number: int, sha256: str, to: UUID) -> ReportSent:
    return ReportSent(id=id, by=by, institution_id=report.institution_id, report=report, number=number, sha256=sha256, to_id=to)


def _refuse_sending(report: Report, number: int, to: Sequence[UUID]) -> None:
    partners = set(Partner.objects.accepted().filter(programme=report.programme_id).values_list("invited", flat=True))
    if not to or not set(to) <= partners:
        raise NobodyToSendTo
    if report.taken_at is None:
        raise NoFiguresTaken
    if report.revision != number:
        raise RevisionMovedOn
