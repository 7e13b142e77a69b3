"""Certificates as a PDF, made by the worker: one, or all of an edition one after the other."""

from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django_tasks import task

from milpa.courses import certificates
from milpa.courses.models import CertificateIssued
from milpa.people.models import Person
from milpa.people.standing import may
from milpa.programmes.models import Programme
from milpa.web import qr
from milpa.web.documents import pdf
from milpa.web.jobs.working import Progress, Result, carry_out
from milpa.web.uploads.storing import keep


@task()
def make_certificate(job_id: str, certificate_id: str) -> None:
    carry_out(job_id, lambda progress: _made(progress, open_to(progress.job.person).filter(id=UUID(certificate_id))))


@task()
def make_certificates(job_id: str, edition_id: str) -> None:
    carry_out(job_id, lambda progress: _made(progress, open_to(progress.job.person).filter(enrolment__edition=UUID(edition_id))))


def open_to(person: Person) -> Any:
    """Standing certificates: one's own, and those of the programmes in which one sees the people."""
    standing = CertificateIssued.objects.filter(voided_by=None)
    own = standing.filter(enrolment__person=person)
    if not may(person, "courses.see_people"):
        return own
    return own | standing.filter(enrolment__edition__programme__in=Programme.objects.open_to(person, "courses.see_people"))


def _made(progress: Progress, facts: Any) -> Result:
    """Raises CertificateIssued.DoesNotExist where none is open to the job's person."""
    found = certificates.read(facts.order_by("enrolment__person__name", "id"))
    if not found:
        raise CertificateIssued.DoesNotExist
    files = {f"qr-{one.id}": qr.png(one.url) for one in found}
    progress.at(0, len(found))
    context = {"all": found, "institution": found[0].institution}
    content = pdf.render("courses/certificate_pdf.html", context, get_language() or "es", country=found[0].country, files=files)
    progress.at(len(found), len(found))
    name = f"{found[0].course} - {found[0].name if len(found) == 1 else found[0].edition}.pdf"
    job = progress.job
    return Result(keep(content, "pdf", name, institution=job.person.institution, by=job.person, belongs=("web.job", job.id)))
