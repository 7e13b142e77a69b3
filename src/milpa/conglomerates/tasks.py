"""What the worker does: a list tried, a list taken into the register, the letter as a PDF."""

from collections.abc import Callable
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django_tasks import task

from milpa.conglomerates import letter, letter_page, signatures
from milpa.conglomerates.actions import confirming, importing
from milpa.conglomerates.models import Agreement
from milpa.web.documents import pdf
from milpa.web.jobs.working import Progress, Result, carry_out
from milpa.web.uploads.storing import keep


@task()
def try_list(job_id: str, import_id: str) -> None:
    def work(progress: Progress) -> Result:
        one = importing.try_list(progress.job.person, UUID(import_id), _told(progress))
        return Result(url=reverse("conglomerates:list", args=[one.programme_id, one.id]))

    carry_out(job_id, work)


@task()
def take_list(job_id: str, import_id: str, fact_id: str) -> None:
    def work(progress: Progress) -> Result:
        fact = confirming.confirm_import(progress.job.person, UUID(import_id), UUID(fact_id), _told(progress))
        return Result(url=reverse("conglomerates:list", args=[fact.programme_id, fact.list]))

    carry_out(job_id, work)


def _told(progress: Progress) -> Callable[[int, int | None], None]:
    return lambda done, total: progress.at(done, total, _("{done} rows").format(done=done))


@task()
def make_letter(job_id: str, agreement_id: str) -> None:
    carry_out(job_id, lambda progress: _letter(progress, UUID(agreement_id)))


def _letter(progress: Progress, agreement_id: UUID) -> Result:
    """Fetched as the job's person may: what is no longer open to them raises Agreement.DoesNotExist."""
    job = progress.job
    agreement = Agreement.objects.open_to(job.person).select_related("programme__institution").get(id=agreement_id)
    institution = agreement.programme.institution
    context = {
        "agreement": agreement,
        "institution": institution.name,
        "parts": [(letter.part(row.slug).title, row.slug, row.text) for row in agreement.sections.all()],
        "sides": signatures.of(agreement, letter.sides(agreement), letter_page.reading).rows,
    }
    content = pdf.render("conglomerates/letter_pdf.html", context, get_language() or "es", country=institution.country)
    progress.at(1, 1)
    name = f"{agreement.title} {agreement.revision}.pdf"
    return Result(keep(content, "pdf", name, institution=job.person.institution, by=job.person, belongs=("web.job", job.id)))
