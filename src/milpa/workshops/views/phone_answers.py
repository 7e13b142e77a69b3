"""How a phone is answered: a page for a form sent by hand, JSON for the outbox that keeps what it sent until it reads this."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from milpa.guide.sent import SentForm
from milpa.ledger.refusals import Refusal


def wants_json(request: Any) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def refused(refusal: Refusal) -> HttpResponse:
    """The phone keeps what it sent and shows the sentence."""
    return JsonResponse({"stored": False, "code": refusal.code, "sentence": str(refusal)}, status=refusal.status)


def told(form: SentForm, is_done: bool) -> HttpResponse:
    if is_done:
        return JsonResponse({"stored": True, "id": str(form.id)})
    if form.refusal is not None:
        return refused(form.refusal)
    words = " ".join(str(error) for errors in form.errors.values() for error in errors)
    sentence = words or _("This could not be read. What you wrote is still here.")
    return JsonResponse({"stored": False, "code": "unreadable", "sentence": sentence}, status=422)
