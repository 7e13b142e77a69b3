"""Error pages in the design: what happened, that nothing was lost, what to do, and the request's id."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from milpa.ledger.refusals import Refusal


def wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "") or request.content_type == "application/json"


def page(request: HttpRequest, status: int, happened: str, todo: str, code: str = "") -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"code": code or str(status), "sentence": happened, "todo": todo}, status=status)
    values = {"status": status, "happened": happened, "todo": todo, "request_id": getattr(request, "id", "")}
    return render(request, "web/error.html", values, status=status)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return page(request, refusal.status, str(refusal), _("Go back: what you wrote is still there."), refusal.code)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return page(request, 400, _("The page sent something that could not be read."), _("Go back, load the page again and try once more."))


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return page(request, 403, _("This page is for other people of the programme."), _("Ask the coordinator if you need it."))


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return page(
        request,
        404,
        _("There is nothing at this address, or it is not open to you."),
        _("Check the link, or look for it from your home page."),
    )


def failed(request: HttpRequest) -> HttpResponse:
    return page(
        request,
        500,
        _("Something failed on our side. What was saved is still saved."),
        _("Try again in a minute. If it goes on, tell us the number below."),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return page(
        request,
        403,
        _("This form was open for too long, or cookies are switched off."),
        _("Go back, load the page again and send it once more: what you wrote is still there."),
    )
