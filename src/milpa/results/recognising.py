"""The evidence of evaluating: satisfaction measured, and the results given back."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from milpa.courses.models import EditionClosed
from milpa.courses.models.edition import ENDED
from milpa.measures.suppression import K
from milpa.programmes.models import CalendarEntry, Partner
from milpa.programmes.registries import EvidenceAnswer
from milpa.programmes.said import said
from milpa.results.answered import answered
from milpa.results.models import MeetingHeld, ReportSent


def satisfaction_available(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """Every ended edition's questionnaire closed; at least one with five answers or more. Three queries."""
    ids = list(programmes)
    ended: dict[UUID, dict[UUID, datetime]] = defaultdict(dict)
    closings = EditionClosed.objects.filter(edition__programme__in=ids, voided_by=None, how=ENDED).in_order()
    for programme, edition, at in closings.values_list("edition__programme", "edition", "recorded_at"):
        ended[programme][edition] = at
    told = answered([edition for own in ended.values() for edition in own])
    return {id: _available(id, ended[id], told) for id in ids}


def _available(programme: UUID, ended: dict[UUID, datetime], told: Any) -> EvidenceAnswer:
    link = reverse("results:satisfaction", args=[programme])
    if not ended:
        return EvidenceAnswer(False, said("No course edition has ended yet"), link=link)
    counts = [told[edition].counts for edition in ended if edition in told and told[edition].counts is not None]
    if len(counts) < len(ended):
        missing = said("{done} of {all} ended editions have closed their questionnaire", done=len(counts), all=len(ended))
        return EvidenceAnswer(False, missing, link=link, done=len(counts), all=len(ended))
    if all(sum(count.values()) < K for count in counts):
        missing = said("No questionnaire has five answers yet, so that nothing can be shown")
        return EvidenceAnswer(False, missing, link=link, done=len(counts), all=len(ended))
    return EvidenceAnswer(True, since=max(ended.values()), link=link, done=len(counts), all=len(ended))


def report_delivered(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """A report frozen and sent to all partners; a meeting on record; a date of the follow-up in the calendar. Four queries."""
    ids = list(programmes)
    partners: dict[UUID, set[UUID]] = defaultdict(set)
    for programme, invited in Partner.objects.accepted().filter(programme__in=ids).values_list("programme", "invited"):
        partners[programme].add(invited)
    sent: dict[UUID, dict[UUID, dict[UUID, datetime]]] = defaultdict(lambda: defaultdict(dict))
    sendings = ReportSent.objects.standing().filter(report__programme__in=ids).in_order()
    for programme, report, to, at in sendings.values_list("report__programme", "report", "to", "recorded_at"):
        sent[programme][report][to] = at
    held: dict[UUID, datetime] = dict(
        MeetingHeld.objects.standing().filter(programme__in=ids).in_order().values_list("programme", "recorded_at")
    )
    dated: dict[UUID, date] = dict(
        CalendarEntry.objects.filter(programme__in=ids, kind="follow_up").order_by("on").values_list("programme", "on")
    )
    return {id: _delivered(id, partners[id], list(sent[id].values()), held.get(id), dated.get(id)) for id in ids}


def _delivered(
    programme: UUID, partners: set[UUID], reports: list[dict[UUID, datetime]], held: datetime | None, follow_up: date | None
) -> EvidenceAnswer:
    """Whatever is missing is told one thing at a time, in the order in which it is done."""
    reached = max((len(partners & to.keys()) for to in reports), default=0)
    is_sent = bool(reports) and reached == len(partners)
    done = is_sent + (held is not None) + (follow_up is not None)
    reports_page, meetings_page = (reverse(f"results:{page}", args=[programme]) for page in ("reports", "meetings"))
    if not reports:
        return EvidenceAnswer(False, said("No report was sent to the partners yet"), link=reports_page, done=done, all=3)
    if not is_sent:
        missing = said("The report reached {n} of {all} partners", n=reached, all=len(partners))
        return EvidenceAnswer(False, missing, link=reports_page, done=done, all=3)
    if held is None:
        return EvidenceAnswer(False, said("No meeting that gave the results back is on record"), link=meetings_page, done=done, all=3)
    if follow_up is None:
        calendar = reverse("programmes:calendar", args=[programme])
        return EvidenceAnswer(False, said("The date of the follow-up is not in the calendar"), link=calendar, done=done, all=3)
    last = max(at for to in reports for at in to.values())
    return EvidenceAnswer(True, since=max(last, held), link=reports_page, done=3, all=3)
