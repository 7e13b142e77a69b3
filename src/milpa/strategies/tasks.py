"""The strategy as PDF and DOCX, made by the worker."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django_tasks import task

from milpa.strategies.models import Strategy
from milpa.strategies.printed import as_docx, as_pdf
from milpa.web.jobs.working import Progress, Result, carry_out
from milpa.web.uploads.storing import keep


@task()
def make_pdf(job_id: str, strategy_id: str, number: int) -> None:
    carry_out(job_id, lambda progress: _made(progress, UUID(strategy_id), number, "pdf", as_pdf))


@task()
def make_docx(job_id: str, strategy_id: str, number: int) -> None:
    carry_out(job_id, lambda progress: _made(progress, UUID(strategy_id), number, "docx", as_docx))


def _made(progress: Progress, strategy_id: UUID, number: int, kind: str, make: Callable[[Any, int, str], bytes]) -> Result:
    """Fetched as the job's person may: what is no longer open to them raises Strategy.DoesNotExist."""
    person = progress.job.person
    strategy = Strategy.objects.open_to(person).select_related("programme__institution", "institution").get(id=strategy_id)
    content = make(strategy, number, get_language() or "es")
    progress.at(1, 1)
    name = f"{strategy.title} {number}.{kind}"
    return Result(keep(content, kind, name, institution=person.institution, by=person, belongs=("web.job", progress.job.id)))
