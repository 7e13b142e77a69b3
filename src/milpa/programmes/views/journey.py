"""The journey: the programme on one page."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from milpa.ledger import clock
from milpa.people.doors import may
from milpa.people.standing import may as allows
from milpa.programmes import telling
from milpa.programmes.involving import involvement_of
from milpa.programmes.journeys import Standing, standings
from milpa.programmes.later import address
from milpa.programmes.models import Programme
from milpa.programmes.remembering import Mark, mark
from milpa.programmes.threads import example_context
from milpa.programmes.views.fetching import around, fetch
from milpa.programmes.waiting import tasks, told


@may("programmes.see")
def journey(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme)
    now = mark()
    standing = standings([found], now)[found.id]
    if found.is_historical:
        return render(request, "programmes/historical.html", around(found, **_historical(found, standing)))
    return render(request, "programmes/journey.html", around(found, **_journey(request.person, found, standing, now)))


def _journey(person: Any, programme: Programme, standing: Standing, now: Mark) -> dict[str, Any]:
    waiting = tasks(standing, told(person, [programme.id], now), clock.today(programme.institution.zone))
    names = telling.names_of(programme.institution_id, programme.institution.name, standing)
    phases = involvement_of(standing, now)
    return {
        "standing": standing,
        "cloth": telling.cloth(standing),
        "woven": telling.woven(standing),
        "state": telling.state_sentence(standing, len(waiting)) if standing.current else None,
        "todo": telling.todo(waiting[: telling.SHOWN], standing, names, person),
        "left_out": max(0, len(waiting) - telling.SHOWN),
        "profile": telling.profile(phases, standing.edition),
        "participation": telling.participation(phases, standing.edition),
        "thread": example_context(programme.id, person, now),
        "people": telling.people(standing, programme.institution.name),
        "may_edit": allows(person, "programmes.edit") and person.institution_id == programme.institution_id,
        "may_replicate": allows(person, "programmes.replicate"),
        "results": address("results:programme", programme.id),
    }


def _historical(programme: Programme, standing: Standing) -> dict[str, Any]:
    told_of = any(phase.passed for phase in standing.phases)
    partners = [partner for partner in standing.partners if partner.takes_part]
    return {
        "cloth": telling.historical_cloth(standing) if told_of else [],
        "partners": partners,
        "part_of": telling.part_of,
        "results": address("results:programme", programme.id),
    }
