"""A job's page, its progress for a client that asks again, and its stop."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import signed_in
from milpa.web.jobs.standing import standing
from milpa.web.jobs.working import ask_to_stop
from milpa.web.models import Job


def _own(request: HttpRequest, id: UUID) -> Job:
    own = Job.objects.filter(person=request.person).select_related("file").prefetch_related("marks")
    return get_object_or_404(own, id=id)


@signed_in
@require_safe
def job(request: HttpRequest, id: UUID) -> HttpResponse:
    own = _own(request, id)
    return render(request, "web/job.html", {"job": own, "standing": standing(own)})


@signed_in
@require_safe
def state(request: HttpRequest, id: UUID) -> JsonResponse:
    """For the page's script: whether it is done, how far (value of `of`), in words, and where its result is."""
    now = standing(_own(request, id))
    return JsonResponse({"done": now.over, "value": now.done, "of": now.total, "words": now.words, "state": now.state, "url": now.url})


@signed_in
@require_POST
def stop(request: HttpRequest, id: UUID) -> HttpResponse:
    own = _own(request, id)
    ask_to_stop(own)
    return redirect("web:job", own.id)
