"""The results of a programme on one page, its editions, and all programmes beside each other."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from milpa.people.doors import may
from milpa.programmes.remembering import mark
from milpa.readiness.sittings import title_of
from milpa.results import lists
from milpa.results.figures import amount, figures_of
from milpa.results.lists import owns
from milpa.results.measuring import measured
from milpa.results.models import Reading
from milpa.results.views.fetching import fetch, shown


@may("results.see")
def programme(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme)
    now = mark()
    rows = figures_of(found, now)
    listing = lists.figures(request, found.id, rows)
    told = [row for row in rows if row.group == "reading"]
    values = {
        "measured": measured([found.id], now)[found.id],
        "reported": told,
        "may_report": owns(request.person, found, "results.report") and not found.is_historical,
        "may_type": owns(request.person, found, "results.type"),
        "may_give_back": owns(request.person, found, "results.give_back") and not found.is_historical,
    }
    return listing.answer("results/programme.html", **shown(found, **values))


@may("results.see")
def editions(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme)
    return lists.editions(request, found.id).answer("results/editions.html", **shown(found))


@may("results.see")
def readiness(request: Any, programme: UUID) -> HttpResponse:
    """What changed between the diagnosis and its repeat, task by task."""
    found = fetch(request, programme)
    gain = measured([found.id], mark())[found.id].gain
    tasks = [(title_of(task), change) for task, change in gain.by_task.items()] if gain and gain.is_shown else []
    return render(request, "results/readiness.html", shown(found, gain=gain, tasks=tasks))


@may("results.see")
def readings(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme)
    values = {
        "amount": amount,
        "indicators": list(found.indicators.order_by("name", "id")),
        "last": {row.indicator_id: row for row in Reading.objects.standing().filter(programme=found).in_order()},
        "may_type": owns(request.person, found, "results.type"),
    }
    return lists.readings(request, found.id).answer("results/readings.html", **shown(found, **values))


@may("results.see")
def across(request: Any) -> HttpResponse:
    return lists.across(request).answer("results/across.html")
