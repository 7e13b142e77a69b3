"""What stands on the home page of staff: invitations, what waits for them across programmes, and their programmes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from milpa.ledger import clock
from milpa.programmes import telling
from milpa.programmes.journeys import Standing, standings
from milpa.programmes.models import Partner, Programme
from milpa.programmes.remembering import mark
from milpa.programmes.rules.calendar import Nearness
from milpa.programmes.waiting import Task, is_for, tasks, told

MOST = 40  # programmes under way that a home looks at; the newest first
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Home:
    """Plain values in the reader's language."""

    invitations: list[Any]
    waits: list[dict[str, Any]]
    left_out: int
    late: int
    programmes: list[dict[str, Any]]
    more_programmes: bool


def home_of(person: Any) -> Home:
    """Reads what its programmes need together: no query a programme."""
    now = mark()
    open_to = Programme.objects.open_to(person).filter(is_historical=False).select_related("institution")
    found = list(open_to.order_by("-id")[: MOST + 1])
    mine = found[:MOST]
    standing = standings(mine, now) if mine else {}
    today = clock.today(person.institution.zone)
    waiting = _waiting(person, mine, standing, told(person, [programme.id for programme in mine], now) if mine else [], today)
    rows = [_row(person, programme, task, standing[programme.id]) for programme, task in waiting[:SHOWN]]
    late = sum(task.nearness is Nearness.OVERDUE for _programme, task in waiting)
    programmes = [_programme(programme, standing[programme.id]) for programme in mine]
    return Home(invitations_of(person), rows, max(0, len(waiting) - SHOWN), late, programmes, len(found) > MOST)


def invitations_of(person: Any) -> list[Any]:
    """Invitations of the person's institution that nobody has answered, if they may."""
    rows = Partner.objects.waiting_for(person).in_order()
    return list(rows.values("id", "programme__title", "programme__institution__name", "recorded_at"))


def _waiting(
    person: Any, programmes: Sequence[Programme], standing: dict[UUID, Standing], waits: Sequence[Any], today: date
) -> list[tuple[Programme, Task]]:
    """What waits for the person in all of them, in the order of one programme's tasks."""
    found = []
    for programme in programmes:
        own = [wait for wait in waits if wait.programme == programme.id]
        for place, task in enumerate(tasks(standing[programme.id], own, today)):
            if is_for(person, task.wait, programme.institution_id):
                found.append((place, programme, task))
    found.sort(key=lambda row: (row[2].wait.due is None, row[2].wait.due or date.max, row[0]))
    return [(programme, task) for _place, programme, task in found]


def _row(person: Any, programme: Programme, task: Task, standing: Standing) -> dict[str, Any]:
    names = telling.names_of(programme.institution_id, programme.institution.name, standing)
    return telling.todo([task], standing, names, person)[0] | {"who": programme.title}


def _programme(programme: Programme, standing: Standing) -> dict[str, Any]:
    state = telling.state_sentence(standing, 0) if standing.current else None
    return {"id": programme.id, "title": programme.title, "owner": programme.institution.name, "state": state}
