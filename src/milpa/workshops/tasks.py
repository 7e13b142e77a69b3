"""The minutes as PDF and DOCX, and everything of a workshop as CSV, made by the worker."""

from collections.abc import Callable
from uuid import UUID

from django.utils.translation import get_language
from django_tasks import task

from milpa.programmes.banner import banner_of
from milpa.web.documents import pdf
from milpa.web.jobs.working import Progress, Result, carry_out
from milpa.web.uploads.storing import keep
from milpa.workshops.exporting import everything
from milpa.workshops.minutes import Minutes
from milpa.workshops.models import Workshop


@task()
def make_minutes(job_id: str, workshop_id: str) -> None:
    carry_out(job_id, lambda progress: _made(progress, UUID(workshop_id), "pdf", minutes_pdf))


@task()
def make_minutes_docx(job_id: str, workshop_id: str) -> None:
    from milpa.workshops.minutes_docx import minutes_docx  # heavy: only the worker needs it

    carry_out(
        job_id, lambda progress: _made(progress, UUID(workshop_id), "docx", lambda found: minutes_docx(found, get_language() or "es"))
    )


@task()
def make_everything(job_id: str, workshop_id: str) -> None:
    carry_out(job_id, lambda progress: _made(progress, UUID(workshop_id), "zip", everything))


def _made(progress: Progress, workshop_id: UUID, kind: str, make: Callable[[Workshop], bytes]) -> Result:
    """Fetched as the job's person may. Raises Workshop.DoesNotExist."""
    job = progress.job
    workshop = Workshop.objects.open_to(job.person).select_related("programme__institution").get(id=workshop_id)
    content = make(workshop)
    progress.at(1, 1)
    belongs = ("web.job", job.id)
    return Result(keep(content, kind, f"{workshop.title}.{kind}", institution=job.person.institution, by=job.person, belongs=belongs))


def minutes_pdf(workshop: Workshop) -> bytes:
    """In the language of the moment."""
    programme = workshop.programme
    minutes = Minutes(workshop)
    context = {"workshop": workshop, "programme": programme, "minutes": minutes, "banner": banner_of(programme)}
    files = {f"photograph-{file.id}": file for file in minutes.photographs}
    context |= {"institution": programme.institution.name}
    return pdf.render("workshops/minutes_pdf.html", context, get_language() or "es", country=programme.institution.country, files=files)
