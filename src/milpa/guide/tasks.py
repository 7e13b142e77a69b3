"""The handbook as a PDF, made by the worker."""

from uuid import UUID

from django.utils.translation import get_language
from django_tasks import task

from milpa.guide.editions import edition
from milpa.guide.models import GuideEdition
from milpa.guide.reading import PhaseRead, chapters
from milpa.web.documents import pdf
from milpa.web.jobs.working import Progress, Result, carry_out
from milpa.web.uploads.storing import keep


@task()
def make_handbook(job_id: str, edition_id: str) -> None:
    carry_out(job_id, lambda progress: _handbook(progress, UUID(edition_id)))


def _handbook(progress: Progress, edition_id: UUID) -> Result:
    """Fetched as the job's person may: what is no longer open to them raises GuideEdition.DoesNotExist."""
    job = progress.job
    fact = GuideEdition.objects.open_to(job.person).select_related("guide__institution").get(id=edition_id)
    found = edition(fact.id)
    read = chapters(found)
    contents = [(f"{phase.number}. {phase.title}", phase.slug, _steps(phase)) for phase in read]
    context = {"fact": fact, "edition": found, "chapters": read, "contents": contents}
    content = pdf.render("guide/handbook_pdf.html", context, get_language() or "es", country=fact.guide.institution.country)
    progress.at(1, 1)
    name = f"{found.title} {found.number}.pdf"
    institution = job.person.institution
    return Result(keep(content, "pdf", name, institution=institution, by=job.person, belongs=("web.job", job.id)))


def _steps(phase: PhaseRead) -> list[tuple[str, str]]:
    return [(f"{step.number} {step.title}", f"step-{step.slug}") for step in phase.steps]
