"""Drafts of what is being typed, kept as one types."""

import json
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from milpa.ledger.drafting import drafts_of, drop_draft, keep_draft
from milpa.people.doors import signed_in

MOST = 400_000  # characters of one form


@signed_in
@require_POST
def keep(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """Fields: what, begun_on, fields (JSON object of texts), device. Answers {"kept_at"}; 400 for no draft, 413 for too much."""
    if len(request.body) > MOST:
        return JsonResponse({"code": "too_long"}, status=413)
    try:
        fields = {str(name): str(value) for name, value in json.loads(request.POST["fields"]).items()}
        what, begun_on = request.POST["what"][:160], int(request.POST.get("begun_on") or 0)
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"code": "not_a_draft"}, status=400)
    draft = keep_draft(request.person, form_id, what, begun_on, fields, request.POST.get("device", "")[:64])  # type: ignore[attr-defined]
    return JsonResponse({"kept_at": draft.kept_at.isoformat()})


@signed_in
@require_POST
def drop(request: HttpRequest, form_id: UUID) -> HttpResponse:
    drop_draft(request.person, form_id)  # type: ignore[attr-defined]
    return JsonResponse({})


@signed_in
@require_GET
def offered(request: HttpRequest) -> HttpResponse:
    """The person's drafts of one thing (`?what=`), newest first, from every device."""
    found = drafts_of(request.person, request.GET.get("what", ""))  # type: ignore[attr-defined]
    rows = [
        {"form": str(row.id), "begun_on": row.begun_on, "fields": row.fields, "device": row.device, "kept_at": row.kept_at.isoformat()}
        for row in found
    ]
    return JsonResponse({"drafts": rows})
