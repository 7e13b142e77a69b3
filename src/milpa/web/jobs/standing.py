"""Where a job stands, as plain values for its page and for a client that asks again and again."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.web import formats
from milpa.web.jobs.working import BEGUN, FAILED, FINISHED, OVER, REFUSED, STOP_ASKED, STOPPED
from milpa.web.models import Job


@dataclass(frozen=True, slots=True)
class Standing:
    done: int
    total: int | None
    words: str
    state: str  # waiting, working, stopping, or the mark it ended with
    over: bool
    url: str  # of what came out of it
    weight: str  # what a download weighs


def standing(job: Job) -> Standing:
    marks = {mark.mark: mark for mark in job.marks.all()}
    state = next((end for end in (FINISHED, REFUSED, STOPPED, FAILED) if end in marks), "")
    if not state:
        state = "stopping" if STOP_ASKED in marks else "working" if BEGUN in marks else "waiting"
    sentence = marks[state].sentence if state in marks else ""
    url = reverse("web:file", args=[job.file.id, job.file.name]) if job.file else job.url
    words = sentence or (job.words if state == "working" else "") or _words(state)
    return Standing(job.done, job.total, words, state, state in (*OVER, FAILED), url, formats.filesize(job.file.size) if job.file else "")


def _words(state: str) -> str:
    return {
        "waiting": _("It is waiting for its turn."),
        "working": _("It is being made."),
        "stopping": _("It is being stopped."),
        STOPPED: _("It was stopped, as you asked."),
        FINISHED: _("It is ready."),
        REFUSED: _("It could not be made."),
        FAILED: _("It failed."),
    }[state]
