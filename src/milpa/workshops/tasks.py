"""The minutes as a PDF, made by the worker."""

from uuid import UUID

from django.utils.translation import get_language
from django_tasks import task

from milpa.programmes.banner import banner_of
from milpa.web.documents import pdf
from milpa.web.jobs.working import Progress, Result, carry_out
from milpa.web.uploads.storing import keep
from milpa.workshops.minutes import Minutes
from milpa.workshops.models import Workshop


@task()
def make_minutes(job_id: str, workshop_id: str) -> None:
    carry_out(job_id, lambda progress: _minutes(progress, UUID(workshop_id)))


def _minutes(progress: Progress, workshop_id: UUID) -> Result:
    """Fetched as the job's person may. Raises Workshop.DoesNotExist."""
    job = progress.job
    workshop = Workshop.objects.open_to(job.person).select_related("programme__institution").get(id=workshop_id)
    content = minutes_pdf(workshop)
    progress.at(1, 1)
    belongs = ("web.job", job.id)
    return Result(keep(content, "pdf", f"{workshop.title}.pdf", institution=job.person.institution, by=job.person, belongs=belongs))


def minutes_pdf(workshop: Workshop) -> bytes:
    """In the language of the moment."""
    programme = workshop.programme
    context = {"workshop": workshop, "programme": programme, "minutes": Minutes(workshop), "banner": banner_of(programme)}
    context |= {"institution": programme.institution.name}
    return pdf.render("workshops/minutes_pdf.html", context, get_language() or "es", country=programme.institution.country)
