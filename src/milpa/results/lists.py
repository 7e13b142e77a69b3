"""The lists of results: figures of a programme, its editions, what was reported, reports; levels beside satisfaction across programmes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.ledger.models.documents import Revision
from milpa.people.standing import may
from milpa.programmes.models import Programme
from milpa.programmes.remembering import mark
from milpa.results import figures as told
from milpa.results.across import rows_across
from milpa.results.figures import GROUPS, Figure, figures_of
from milpa.results.measuring import measured
from milpa.results.models import Reading, Report, ReportSent
from milpa.web.listing import Choice, Column, Listing
from milpa.web.marks import mark as kind_of_figure


def owns(person: Any, programme: Programme, verb: str) -> bool:
    """Whether a page offers the verb: it is the person's institution's programme, and their role's work."""
    return bool(person.institution_id == programme.institution_id and may(person, verb))


def _programme(request: Any, id: UUID) -> Programme:
    found: Programme = Programme.objects.open_to(request.person, "results.see").select_related("institution").get(id=id)
    return found


def figures(request: Any, programme: UUID, rows: Sequence[Figure] | None = None) -> Listing:
    """`rows`: the figures, if the page has read them already."""
    return Listing(
        name="figures",
        title=_("All figures of the programme"),
        request=request,
        empty=_("Here stand the figures of the programme, each with what it rests on, as soon as there is something to count."),
        **_of_figures(figures_of(_programme(request, programme)) if rows is None else rows),
    )


def report_figures(request: Any, programme: UUID, report: UUID, rows: Sequence[Figure] | None = None) -> Listing:
    """The figures as they were copied into a report: for a partner, into the revision that was last sent to it."""
    if rows is None:
        found = Report.objects.open_to(request.person).select_related("programme").get(id=report, programme=programme)
        rows = [told.figure_of(kept, found.programme.language) for kept in _kept(found, request.person.institution_id)]
    return Listing(
        name="report-figures",
        title=_("Figures of the report"),
        request=request,
        empty=_("No figure was taken into the report yet."),
        **_of_figures(rows),
    )


def _of_figures(rows: Sequence[Figure]) -> dict[str, Any]:
    """What both lists of figures declare."""
    return {
        "rows": [_figure(number, row) for number, row in enumerate(rows)],
        "columns": [
            Column("what", _("Figure"), order="id", href=lambda row: row["link"], reads=("link",)),
            Column("of", _("Of what")),
            Column("value", _("Value")),
            Column("rests_on", _("What it rests on")),
            Column("note", _("To know")),
            Column("mark", _("Kind of figure")),
        ],
        "filters": [Choice("group", _("About"), [(key, str(word)) for key, word in GROUPS.items()])],
        "order": "what",
        "size": 200,
        "note": _("Being satisfied does not prove that one learnt or that the enterprise improved."),
    }


def _kept(report: Report, institution: UUID) -> list[dict[str, Any]]:
    if institution == report.institution_id:
        return list(report.figures)
    last = ReportSent.objects.standing().filter(report=report, to=institution).in_order().last()
    return list(sent_content(report, last.number)["figures"]) if last else []


def sent_content(report: Report, number: int) -> dict[str, Any]:
    """What a revision of the report says; its days are days again."""
    written: dict[str, Any] = Revision.objects.get(document=report.id, number=number).plain()
    days = {name: date.fromisoformat(written[name]) if written[name] else None for name in ("since", "until", "due_on")}
    return written | days | {"taken_at": datetime.fromisoformat(written["taken_at"]) if written["taken_at"] else None}


def was_sent(report: Report, number: int, institution: UUID) -> bool:
    return ReportSent.objects.standing().filter(report=report, number=number, to=institution).exists()


def reports(request: Any, programme: UUID) -> Listing:
    found = _programme(request, programme)
    rows = list(Report.objects.open_to(request.person).filter(programme=found))
    sent: dict[Any, Any] = {}
    for sending in ReportSent.objects.standing().filter(report__in=rows).in_order():
        sent[sending.report_id] = sending
    may_begin = owns(request.person, found, "results.report") and not found.is_historical
    return Listing(
        name="reports",
        title=_("Reports"),
        request=request,
        rows=[_report(row, sent.get(row.id)) for row in rows],
        columns=[
            Column("title", _("Report"), order="title", href=lambda row: reverse("results:report", args=[found.id, row["id"]])),
            Column("since", _("From"), kind="date", order="since"),
            Column("until", _("To"), kind="date"),
            Column("due_on", _("Due on"), kind="date", order="due_on"),
            Column("sent_at", _("Last sent"), kind="date", order="sent_at"),
            Column("state", _("How it stands")),
        ],
        order="-due_on",
        empty=_("Here stand the reports to partners and funders: their figures are copied on the day, and what was sent stays as it was."),
        first_step=(_("Begin a report"), reverse("results:begin_report", args=[found.id])) if may_begin else None,
    )


def _report(row: Report, sent: Any) -> dict[str, Any]:
    if sent is None:
        state = _("being written")
    else:
        state = _("sent to partners") if sent.number == row.revision else _("sent, and written on since")
    days = {name: getattr(row, name) for name in ("since", "until", "due_on")}
    return {"id": row.id, "title": row.title, "sent_at": sent.recorded_at if sent else None, "state": state, **days}


def _figure(number: int, row: Figure) -> dict[str, Any]:
    told = {name: str(getattr(row, name)) for name in ("what", "of", "value", "rests_on", "note")}
    return told | {"id": number, "group": row.group, "link": row.link, "mark": str(kind_of_figure(row.mark).word)}


def editions(request: Any, programme: UUID) -> Listing:
    found = _programme(request, programme)
    read = measured([found.id], mark())[found.id]
    rows = [_edition(row, read.by_edition.get(str(row.id)), read.satisfaction_of(row.id)) for row in read.editions]
    return Listing(
        name="results-by-edition",
        title=_("Results by edition"),
        request=request,
        rows=rows,
        columns=[
            Column("title", _("Edition"), order="title", href=lambda row: _edition_page(found.id, row["id"])),
            Column("starts_on", _("Starts"), kind="date", order="starts_on"),
            Column("ends_on", _("Ends"), kind="date", order="ends_on"),
            Column("enrolled", _("Enrolled"), kind="number"),
            Column("started", _("Started"), kind="number"),
            Column("completed", _("Completed"), kind="number"),
            Column("left", _("Left"), kind="number"),
            Column("under_way", _("Under way"), kind="number"),
            Column("answered", _("Answered the questionnaire"), kind="number"),
            Column("satisfaction", _("Satisfied")),
            Column("range", _("To know")),
        ],
        order="starts_on",
        empty=_("Here stand the course editions of the programme: who enrolled, started and finished, and how satisfied they were."),
        note=_("Being satisfied does not prove that one learnt or that the enterprise improved."),
    )


def _edition_page(programme: UUID, edition: UUID) -> str:
    return reverse("results:edition_satisfaction", args=[programme, edition])


def _edition(row: Any, done: Any, satisfied: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "enrolled": done.enrolled if done else 0,
        "started": done.started if done else 0,
        "completed": done.completed if done and row.is_completed else None,
        "left": done.left if done else 0,
        "under_way": done.under_way if done and row.is_completed else None,
        "answered": satisfied.answered if satisfied else None,
        "satisfaction": str(told.satisfaction_value(satisfied)) if satisfied else _("not measured yet"),
        "range": str(told.satisfaction_note(satisfied)) if satisfied else "",
    }


def readings(request: Any, programme: UUID) -> Listing:
    found = _programme(request, programme)
    rows = [_reading(row) for row in Reading.objects.standing().filter(programme=found).select_related("indicator").in_order()]
    return Listing(
        name="readings",
        title=_("Reported by people"),
        request=request,
        rows=rows,
        columns=[
            Column("indicator", _("Indicator"), order="indicator", href=lambda row: _indicator_page(found.id, row["indicator_id"])),
            Column("value", _("What the source says")),
            Column("when", _("Of when"), order="at"),
            Column("people", _("People it rests on"), kind="number"),
            Column("formula", _("Formula")),
            Column("source", _("Source")),
            Column("mark", _("Kind of figure")),
        ],
        order="when",
        empty=_("Here stand figures that Milpa does not work out: what somebody counted or a source tells, always with that source."),
        note=_("Reported figures stand in no chart with computed ones."),
    )


def _indicator_page(programme: UUID, indicator: UUID) -> str:
    return reverse("results:indicator", args=[programme, indicator])


def _reading(row: Reading) -> dict[str, Any]:
    return {
        "id": row.id,
        "indicator": row.indicator.name,
        "indicator_id": row.indicator_id,
        "value": str(told.reading_value(row)),
        "when": str(told.reading_when(row)),
        "at": row.on or row.recorded_at.date(),
        "people": row.people,
        "formula": row.formula or _("the source does not say"),
        "source": row.source,
        "mark": str(row.mark.word),
    }


def across(request: Any) -> Listing:
    """Levels beside satisfaction and completion, programme by programme: no cause is claimed and nothing is ranked."""
    return Listing(
        name="results",
        title=_("Results of all programmes"),
        request=request,
        rows=rows_across(request.person),
        columns=[
            Column("title", _("Programme"), order="title", href=lambda row: reverse("results:programme", args=[row["id"]])),
            Column("levels", _("Involvement by phase (lower of board and enterprises)")),
            Column("satisfaction", _("Satisfied")),
            Column("answered", _("Answers"), kind="number"),
            Column("started", _("Started"), kind="number"),
            Column("completed", _("Completed"), kind="number"),
        ],
        order="title",
        empty=_("Here stand the programmes that you may see, with their levels of involvement beside satisfaction and completion."),
        note=_("Standing beside each other is no cause: few programmes, many differences. Programmes are not ranked."),
    )
