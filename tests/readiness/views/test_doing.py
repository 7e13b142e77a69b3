import json

import pytest

from milpa import ledger
from milpa.readiness.models import PracticalTaskDone
from milpa.readiness.rules.forms import first_form
from milpa.readiness.rules.gaps import DIAGNOSIS, DOOR, Outcome
from tests.readiness.doing import attempt, diagnose
from tests.readiness.tasks.right_paths import raw, right


def told(answer):
    """What the page with the practice phone is told."""
    text = answer.content.decode()
    return json.loads(text.partition('<script id="practice-told" type="application/json">')[2].partition("</script>")[0])


def tasks(answer):
    return [(task["id"], task["form"]) for task in told(answer)["tasks"]]


@pytest.fixture
def rosas(client, world):
    client.force_login(world.rosa.account)
    return client


def test_the_start_says_what_it_is_for_and_how_long_it_takes(rosas, world):
    page = rosas.get("/readiness/").content.decode()
    assert "6 tareas cortas en un teléfono de práctica: unos 15 minutos." in page
    assert "Nadie queda fuera por el resultado" in page


def test_the_diagnosis_holds_all_that_is_left_in_the_persons_first_form(rosas, world):
    assert tasks(rosas.get("/readiness/diagnosis/")) == [(task, first_form(world.rosa.pk)) for task in (DOOR, *DIAGNOSIS)]
    attempt(world.rosa, "B1")
    attempt(world.rosa, "B4")
    assert [task for task, _ in tasks(rosas.get("/readiness/diagnosis/"))] == ["B3", "B5", "B7", "14"]


def test_with_nothing_left_the_diagnosis_goes_to_the_result(rosas, world):
    diagnose(world.rosa)
    assert rosas.get("/readiness/diagnosis/").url == "/readiness/result/"


def test_a_repeat_holds_only_the_gaps_in_the_other_form(rosas, world):
    diagnose(world.rosa, "B3", "14")
    assert tasks(rosas.get("/readiness/repeat/")) == [("B3", "B"), ("14", "B")]


def test_without_gaps_there_is_nothing_to_repeat(rosas, world):
    assert rosas.get("/readiness/repeat/").url == "/readiness/result/"


def test_one_task_comes_in_the_form_that_was_not_met_last(rosas, world):
    attempt(world.rosa, "B10", "A")
    assert tasks(rosas.get("/readiness/task/B10/")) == [("B10", "B")]
    attempt(world.rosa, "B10", "B")
    assert tasks(rosas.get("/readiness/task/B10/")) == [("B10", "A")]


def test_an_unknown_task_has_no_page(rosas):
    assert rosas.get("/readiness/task/B11/").status_code == 404


def test_nothing_in_a_task_can_close_the_script_element(rosas):
    text = rosas.get("/readiness/diagnosis/").content.decode()
    inside = text.partition('type="application/json">')[2].partition("</script>")[0]
    assert "<" not in inside and ">" not in inside


def send(client, **changed):
    body = {
        "id": str(ledger.uuid7()),
        "task": "B3",
        "form": "A",
        "events": raw(right("B3", "A")),
        "at": "2026-03-02T09:00:00.000Z",
    } | changed
    return client.post("/readiness/done/", json.dumps(body), content_type="application/json")


def test_a_finished_task_is_stored_and_the_answer_says_nothing_of_how_it_went(rosas, world):
    id = str(ledger.uuid7())
    answer = send(rosas, id=id)
    assert (answer.status_code, answer.json()) == (200, {"stored": id})
    stored = PracticalTaskDone.objects.get()
    assert (stored.person, stored.outcome, stored.said_at.isoformat()) == (world.rosa, Outcome.ALONE, "2026-03-02T09:00:00+00:00")


def test_sent_again_it_is_answered_as_stored(rosas):
    id = str(ledger.uuid7())
    assert send(rosas, id=id).json() == send(rosas, id=id).json()
    assert PracticalTaskDone.objects.count() == 1


@pytest.mark.parametrize("changed", [
    {"id": "x"}, {"form": "C"}, {"task": "B99"}, {"events": None}, {"events": [1]}, {"at": "yesterday"}, {"id": None},
])  # fmt: skip
def test_what_cannot_be_read_is_refused_in_the_persons_language(rosas, changed):
    answer = send(rosas, **changed)
    assert (answer.status_code, answer.json()["code"]) == (422, "task_unreadable")
    assert answer.json()["sentence"].startswith("No se pudo leer")


@pytest.mark.parametrize("body", ["", "[]", "null", "{}", "{"])
def test_a_body_that_is_no_task_is_refused(rosas, body):
    assert rosas.post("/readiness/done/", body, content_type="application/json").status_code == 422


def test_a_known_id_of_somebody_else_is_a_conflict(rosas, world):
    fact = attempt(world.tomas, "B3")
    assert send(rosas, id=str(fact.pk)).status_code == 409


def test_a_stranger_is_sent_to_the_door(client, db):
    assert client.get("/readiness/").status_code == 302
