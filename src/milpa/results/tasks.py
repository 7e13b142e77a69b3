"""The report as a PDF, made by the worker from a revision's own bytes: what was sent stays what was sent."""

from uuid import UUID

from django.utils.translation import override
from django_tasks import task

from milpa.ledger.models.documents import Revision
from milpa.results.figures import GROUPS, Figure, figure_of
from milpa.results.lists import sent_content
from milpa.results.models import Report
from milpa.web.documents import pdf
from milpa.web.jobs.working import Progress, Result, carry_out
from milpa.web.uploads.storing import keep


@task()
def make_report(job_id: str, report_id: str, number: int) -> None:
    carry_out(job_id, lambda progress: _report(progress, UUID(report_id), number))


def _report(progress: Progress, report_id: UUID, number: int) -> Result:
    """Fetched as the job's person may. Raises Report.DoesNotExist, Revision.DoesNotExist."""
    person = progress.job.person
    report = Report.objects.open_to(person).select_related("programme__institution").get(id=report_id)
    content = as_pdf(report, number)
    progress.at(1, 1)
    belongs = ("web.job", progress.job.id)
    return Result(keep(content, "pdf", f"{report.title} {number}.pdf", institution=person.institution, by=person, belongs=belongs))


def as_pdf(report: Report, number: int) -> bytes:
    """In the report's own language, whoever asks for it."""
    programme = report.programme
    with override(programme.language):
        return pdf.render("results/report_pdf.html", values(report, number), programme.language, country=programme.institution.country)


def values(report: Report, number: int) -> dict[str, object]:
    """What the document says, from the revision alone."""
    revision = Revision.objects.get(document=report.id, number=number)
    written = sent_content(report, number)
    figures = [figure_of(kept, report.programme.language) for kept in written["figures"]]
    return {"report": report, "written": written, "revision": revision, "groups": grouped(figures)}


def grouped(figures: list[Figure]) -> list[tuple[str, str, list[Figure]]]:
    """(group, its heading, its figures), what people report last."""
    return [(key, str(word), own) for key, word in GROUPS.items() if (own := [row for row in figures if row.group == key])]
