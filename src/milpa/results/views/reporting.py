"""The reports of a programme: begun, written, their figures taken, read, sent, as a PDF."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.ledger.refusals import StaleRevision
from milpa.people.doors import may
from milpa.programmes.journeys import partners_of
from milpa.results import lists
from milpa.results.actions.reporting import begin_report, send_report, take_figures, write_report
from milpa.results.figures import figure_of
from milpa.results.forms import ReportForm, SendForm
from milpa.results.lists import owns
from milpa.results.models import Report, ReportSent
from milpa.results.tasks import make_report
from milpa.results.views.fetching import fetch, shown
from milpa.web.jobs.working import start


def _report(request: Any, programme: UUID, report: UUID, verb: str = "results.see") -> Report:
    found = Report.objects.open_to(request.person, verb).filter(id=report, programme=programme).first()
    if found is None:
        raise Http404
    return found


@may("results.see")
def reports(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme)
    may_report = owns(request.person, found, "results.report") and not found.is_historical
    return lists.reports(request, found.id).answer("results/reports.html", **shown(found, may_report=may_report))


@may("results.report")
def begin(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "results.report")
    form = ReportForm(request.POST or None)
    if form.carried_out(request.person, lambda: begin_report(request.person, form.id, found.id, form.written())):
        messages.success(request, _("The report is begun, with the figures of this moment."))
        return redirect("results:report", programme, form.made.id)
    return render(request, "results/write_report.html", shown(found, form=form, report=None), status=form.status)


@may("results.report")
def write(request: Any, programme: UUID, report: UUID) -> HttpResponse:
    found, row = fetch(request, programme, "results.report"), _report(request, programme, report, "results.report")
    form = ReportForm(request.POST or None, report=row)
    if form.carried_out(request.person, lambda: write_report(request.person, row.id, form.was, form.written())):
        messages.success(request, _("Saved."))
        return redirect("results:report", programme, row.id)
    return render(request, "results/write_report.html", shown(found, form=form, report=row), status=form.status)


@may("results.see")
def report(request: Any, programme: UUID, report: UUID) -> HttpResponse:
    """As it is written now; what was sent stands beside it with its revision."""
    found, row = fetch(request, programme), _report(request, programme, report)
    sendings = list(ReportSent.objects.standing().filter(report=row).select_related("to", "by").in_order())
    if request.person.institution_id != row.institution_id:  # a partner reads what was sent to it, never the draft after it
        return _as_sent(request, found, row, sendings)
    listing = lists.report_figures(request, found.id, row.id, [figure_of(kept, found.language) for kept in row.figures])
    values = {
        "report": row,
        "written": row,
        "number": row.revision,
        "sendings": sendings,
        "may_report": owns(request.person, found, "results.report"),
        "may_send": owns(request.person, found, "results.send"),
    }
    return listing.answer("results/report.html", **shown(found, **values))


def _as_sent(request: Any, found: Any, row: Report, sendings: list[ReportSent]) -> HttpResponse:
    own = [sent for sent in sendings if sent.to_id == request.person.institution_id]
    written = lists.sent_content(row, own[-1].number)
    listing = lists.report_figures(request, found.id, row.id)
    values = {"report": row, "written": written, "number": own[-1].number, "sendings": own, "may_report": False, "may_send": False}
    return listing.answer("results/report.html", **shown(found, **values))


@may("results.report")
@require_POST
def take(request: Any, programme: UUID, report: UUID) -> HttpResponse:
    row = _report(request, programme, report, "results.report")
    opened_on = request.POST.get("revision", "")
    try:
        take_figures(request.person, row.id, int(opened_on) if opened_on.isdecimal() else 0)
    except StaleRevision as stale:
        messages.error(request, str(stale))
    else:
        messages.success(request, _("The figures of this moment are in the report."))
    return redirect("results:report", programme, row.id)


@may("results.send")
def send(request: Any, programme: UUID, report: UUID) -> HttpResponse:
    found, row = fetch(request, programme, "results.send"), _report(request, programme, report, "results.send")
    partners = [(str(p.institution), p.name) for p in partners_of([found.id])[found.id] if p.takes_part]
    form = SendForm(request.POST or None, report=row, partners=partners)
    if form.carried_out(request.person, lambda: send_report(request.person, form.id, row.id, form.was, form.cleaned_data["to"])):
        messages.success(request, _("Sent. This revision is frozen: whatever is written later stands apart."))
        return redirect("results:report", programme, row.id)
    return render(request, "results/send_report.html", shown(found, form=form, report=row, partners=partners), status=form.status)


@may("results.see")
@require_POST
def as_pdf(request: Any, programme: UUID, report: UUID, number: int) -> HttpResponse:
    row = _report(request, programme, report)
    if request.person.institution_id != row.institution_id and not lists.was_sent(row, number, request.person.institution_id):
        raise Http404
    job = start(request.person, row.title, make_report, str(row.id), number, back=reverse("results:report", args=[programme, row.id]))
    return redirect("web:job", job.id)
