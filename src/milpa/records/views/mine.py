"""One's own record: what one did, in sentences, and as a file to take along."""

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from milpa.people.doors import signed_in
from milpa.records import own, reading
from milpa.records.store.finding import find

SIZE = 25


@signed_in
@require_safe
def mine(request: Any) -> HttpResponse:
    """Of the person's own institution; the file holds those of every institution that has any."""
    institution = request.person.institution_id
    before = request.GET.get("before", "")
    after = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None
    page = find(institution, own.filters(request.person), SIZE, after=after)
    values = {"lines": reading.lines(institution, page.rows), "page": page, "is_first": after is None}
    return render(request, "records/mine.html", values)


@signed_in
@require_safe
def download(request: Any) -> HttpResponse:
    content = json.dumps(own.record_of(request.person), ensure_ascii=False, indent=1)
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="milpa-mi-registro.json"'
    response["Cache-Control"] = "private, no-store"
    return response
