"""The agenda on its page, in print, and the clock."""

import pytest

from milpa.workshops.models import Timer
from tests.workshops.desk import at, send


@pytest.fixture
def beto(client, world):
    client.force_login(world.beto.account)
    return client


def typed(workshop, **changes):
    """The page as it is sent back, with two empty rows; `changes`: name -> value."""
    rows = list(workshop.activities.all())
    said = {}
    for n, row in enumerate(rows):
        said |= {f"place-{n}": n + 1, f"kind-{n}": row.kind, f"title-{n}": row.title, f"minutes-{n}": row.minutes, f"say-{n}": row.say}
    for n in (len(rows), len(rows) + 1):
        said |= {f"place-{n}": n + 1, f"kind-{n}": "", f"title-{n}": "", f"minutes-{n}": 15, f"say-{n}": ""}
    return said | changes | {"revision": workshop.revision}


def kinds(workshop):
    return [row.kind for row in workshop.activities.all()]


def test_an_activity_is_moved_another_added_and_one_left_out(beto, planned):
    n = planned.workshop.activities.count()
    changes = {"place-1": 3, "place-2": 2, "kind-4": "", f"kind-{n}": "break", f"title-{n}": "Café", f"place-{n}": 4}
    assert (
        send(
            beto, at(planned, "parts"), **typed(planned.workshop, **{key.replace("_", "-"): value for key, value in changes.items()})
        ).status_code
        == 302
    )
    found = kinds(planned.workshop)
    assert found[:5] == ["welcome", "sharing", "writing", "grouping", "break"]
    assert "naming" not in found


def test_what_was_opened_cannot_be_left_out_and_what_was_typed_comes_back(beto, written):
    answer = send(beto, at(written, "parts"), **typed(written.workshop, **{"kind-1": "", "title-3": "Agrupar entre todas"}))
    assert (answer.status_code, "Agrupar entre todas" in answer.content.decode()) == (409, True)
    assert "writing" in kinds(written.workshop)


def test_the_printed_agenda_says_when_each_activity_begins(beto, planned):
    page = beto.get(at(planned, "agenda")).content.decode()
    assert [row.title in page for row in planned.workshop.activities.all()] == [True] * planned.workshop.activities.count()
    assert planned.workshop.code in page


def test_the_clock_is_set_and_stopped_by_buttons(beto, written):
    send(beto, at(written, "start_clock"), minutes=12)
    assert 'data-timer="{' in beto.get(at(written, "console")).content.decode()
    send(beto, at(written, "stop_clock"))
    assert Timer.objects.get().left > 600
    send(beto, at(written, "start_clock"), minutes="muchos")
    assert Timer.objects.get().left > 600
