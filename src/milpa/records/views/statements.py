"""The statement viewer, page by page and live, one statement, and the last hour."""

import json
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from milpa.people.doors import may
from milpa.records import reading, throughput
from milpa.records.asking import Asked, asked
from milpa.records.places import tabs
from milpa.records.store.finding import Page, Row, find, one
from milpa.records.throughput_page import drawn

SIZE = 25
NEWEST = 100  # statements that one look of the live tail shows at most


@may("records.read")
@require_safe
def statements(request: Any) -> HttpResponse:
    institution = request.person.institution_id
    wanted = asked(institution, request.GET)
    page = _found(institution, wanted, before=_number(request.GET.get("before", "")))
    values = {
        "asked": wanted,
        "lines": reading.lines(institution, page.rows),
        "verbs": reading.verbs_of(institution),
        "page": page,
        "is_first": not request.GET.get("before"),
        "newest": page.rows[0].arrived if page.rows else 0,
        "listen": f"/live/records/{institution}",
        "tabs": tabs(request.person, "records:statements"),
    }
    return render(request, "records/statements.html", values, status=422 if wanted.errors else 200)


@may("records.read")
@require_safe
def newer(request: Any) -> HttpResponse:
    """What came after a number, newest first: the part that the live tail puts on top."""
    institution = request.person.institution_id
    wanted = asked(institution, request.GET)
    after = _number(request.GET.get("after", "")) or 0
    page = _found(institution, wanted, size=NEWEST)
    rows = [row for row in page.rows if row.arrived > after]
    return render(request, "records/_lines.html", {"asked": wanted, "lines": reading.lines(institution, rows)})


@may("records.read")
@require_safe
def statement(request: Any, statement: UUID) -> HttpResponse:
    institution = request.person.institution_id
    found = one(institution, statement)
    if found is None:
        raise Http404
    content, is_voided = found
    (line,) = reading.lines(institution, [Row(0, content)])
    attached = json.loads(content).get("attachments", [])
    values = {"line": line, "is_voided": is_voided, "attached": attached, "tabs": tabs(request.person, "records:statements")}
    return render(request, "records/statement.html", values)


@may("records.read")
@require_safe
def hour(request: Any) -> HttpResponse:
    values = {"hour": drawn(throughput.hour(request.person.institution_id)), "tabs": tabs(request.person, "records:hour")}
    return render(request, "records/hour.html", values)


def _found(institution: UUID, wanted: Asked, size: int = SIZE, before: int | None = None) -> Page:
    return find(institution, wanted.filters, size, after=before)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
