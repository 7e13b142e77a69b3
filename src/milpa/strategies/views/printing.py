"""The strategy as a file: a PDF to sign and to print, a DOCX to go on working with."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.people.doors import may
from milpa.strategies.tasks import make_docx, make_pdf
from milpa.strategies.views.opening import opened
from milpa.web.jobs.working import start


@may("strategies.see")
@require_POST
def pdf(request: Any, programme: UUID) -> HttpResponse:
    """The worker makes it; its page tells how far it is."""
    return _started(request, programme, make_pdf, "PDF")


@may("strategies.see")
@require_POST
def docx(request: Any, programme: UUID) -> HttpResponse:
    return _started(request, programme, make_docx, "DOCX")


def _started(request: Any, programme: UUID, task: Any, kind: str) -> HttpResponse:
    strategy = opened(request, programme)
    title = _("{title}, revision {number} ({kind})").format(title=strategy.title[:120], number=strategy.revision, kind=kind)
    job = start(request.person, title, task, str(strategy.id), strategy.revision, back=reverse("strategies:strategy", args=[programme]))
    return redirect("web:job", job.id)
