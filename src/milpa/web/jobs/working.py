"""Beginning a job, carrying it out, and telling how far it is."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks.base import Task

from milpa.ledger import clock
from milpa.ledger.refusals import Refusal
from milpa.web import limits
from milpa.web.models import Job, JobMark, StoredFile
from milpa.web.uploads.storing import discard

BEGUN, STOP_ASKED, STOPPED, FINISHED, REFUSED, FAILED = "begun", "stop_asked", "stopped", "finished", "refused", "failed"
OVER = (STOPPED, FINISHED, REFUSED)  # nothing more is done for it; a failed one may be run again
PACE = 0.4  # seconds between two writes of how far it is


class Stopped(Exception):
    """The person asked to stop. Raised by `Progress.at`; whatever was done so far is for the work itself to undo."""


@dataclass(frozen=True, slots=True)
class Result:
    """What the work leaves: a file to download, or a page to go to."""

    file: StoredFile | None = None
    url: str = ""


class Progress:
    """Given to the work: says how far it is, and hears whether to stop."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._next = 0.0

    def at(self, done: int, total: int | None = None, words: str = "") -> None:
        """Writes it down, not more often than a person can read. Raises Stopped. Not inside a snapshot: it writes."""
        moment = time.monotonic()
        if moment < self._next and done != total:
            return
        self._next = moment + PACE
        Job.objects.filter(id=self.job.id).update(done=done, total=total, words=words)
        if self.job.marks.filter(mark=STOP_ASKED).exists():
            raise Stopped


def start(person: Any, title: str, task: Task[Any, Any], *args: Any, back: str = "") -> Job:
    """A new job: the task is queued with the job's id before its own arguments. The person's jobs of last week are forgotten."""
    with transaction.atomic():
        forget_old(person)
        job = Job.objects.create(person=person, title=title, back=back, language=translation.get_language() or "es")
        task.enqueue(str(job.id), *args)
    return job


def carry_out(job_id: str, work: Callable[[Progress], Result]) -> None:
    """Does the work, once: a task that comes again after its end does nothing. In the words and the zone of the job's person.

    A refusal is told to the person; any other exception is told as a failure and goes on to the log.
    """
    job = Job.objects.select_related("person__institution").filter(id=job_id).first()
    if job is None or job.marks.filter(mark__in=OVER).exists():
        return
    if job.marks.filter(mark=STOP_ASKED).exists():
        mark(job, STOPPED)
        return
    job.marks.filter(mark=FAILED).delete()
    mark(job, BEGUN)
    with translation.override(job.language), timezone.override(ZoneInfo(job.person.institution.zone)):
        _tried(job, work)


def _tried(job: Job, work: Callable[[Progress], Result]) -> None:
    over = False
    try:
        result = work(Progress(job))
        with transaction.atomic():
            Job.objects.filter(id=job.id).update(file=result.file, url=result.url, words="")
            mark(job, FINISHED)
        over = True
    except Stopped:
        mark(job, STOPPED)
        over = True
    except Refusal as refusal:
        mark(job, REFUSED, str(refusal))
        over = True
    finally:
        if not over:
            mark(job, FAILED, _("Something failed on our side. Try again; if it goes on, tell us."))


def ask_to_stop(job: Job) -> None:
    mark(job, STOP_ASKED)


def mark(job: Job, what: str, sentence: str = "") -> None:
    JobMark.objects.get_or_create(job=job, mark=what, defaults={"sentence": sentence})


def forget_old(person: Any) -> None:
    """Jobs older than a week and the files they made."""
    for job in Job.objects.filter(person=person, created__lt=clock.now() - timedelta(days=limits.JOB_DAYS)).select_related("file"):
        job.delete()
        if job.file is not None:
            discard(job.file)


def own_jobs(person: Any, ids: Any) -> set[Any]:
    """For the files that jobs leave: only whose job it is."""
    return set(Job.objects.filter(person=person, id__in=ids).values_list("id", flat=True)) if person else set()
