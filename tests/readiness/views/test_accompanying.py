import json

import pytest

from milpa import ledger
from milpa.readiness.levelled import choice_of
from milpa.readiness.models import PracticalTaskDone
from milpa.readiness.rules.gaps import Outcome
from milpa.readiness.rules.offers import Choice
from tests.readiness.doing import choose
from tests.readiness.tasks.right_paths import raw, right


@pytest.fixture
def betos(client, diagnosed):
    client.force_login(diagnosed.beto.account)
    return client


def of(person, rest=""):
    return f"/readiness/people/{person.pk}/{rest}"


def test_the_list_says_first_how_many_need_company(betos, diagnosed):
    choose(diagnosed.lidia, Choice.ACCOMPANIED)
    page = betos.get("/readiness/people/").content.decode()
    assert "1 persona pidió compañía; a 1 se le ofrece primero." in page
    assert "1 no ha terminado el diagnóstico." in page


def test_the_list_is_a_file_too_and_agrees_with_the_page(betos, diagnosed):
    lines = betos.get("/readiness/people/?formato=csv").content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == ["Lidia", "Rosa", "Tomas"]


def test_the_list_narrows_to_those_to_whom_company_is_offered_first(betos, diagnosed):
    lines = betos.get("/readiness/people/?needs=first&formato=csv").content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == ["Rosa"]


def test_a_persons_page_shows_the_result_and_offers_the_door_task(betos, diagnosed):
    page = betos.get(of(diagnosed.rosa)).content.decode()
    assert "Se le ofrece compañía primero." in page and of(diagnosed.rosa, "task/B1/") in page


def test_the_practice_phone_opens_for_the_person_who_stands_beside(betos, diagnosed):
    page = betos.get(of(diagnosed.tomas, "task/B1/")).content.decode()
    assert f'"person": "{diagnosed.tomas.pk}"' in page and of(diagnosed.tomas, "done/") in page


def test_what_is_done_beside_is_the_persons_with_the_facilitators_name(betos, diagnosed):
    body = {"id": str(ledger.uuid7()), "task": "B1", "form": "A", "events": raw(right("B1", "A"))}
    answer = betos.post(of(diagnosed.tomas, "done/"), json.dumps(body), content_type="application/json")
    fact = PracticalTaskDone.objects.get(id=body["id"])
    assert (answer.status_code, fact.person, fact.accompanied_by) == (200, diagnosed.tomas, diagnosed.beto)


def test_what_was_seen_at_the_door_is_put_on_record(betos, diagnosed):
    form = {"id": str(ledger.uuid7()), "task": "B1", "form": "A", "outcome": "with_help"}
    assert betos.post(of(diagnosed.tomas, "seen/"), form).url == of(diagnosed.tomas)
    assert PracticalTaskDone.objects.get(id=form["id"]).outcome == Outcome.WITH_HELP


def test_without_saying_how_it_went_the_form_comes_back(betos, diagnosed):
    answer = betos.post(of(diagnosed.tomas, "seen/"), {"id": str(ledger.uuid7()), "task": "B1", "form": "A"})
    assert answer.status_code == 422


def test_an_id_that_is_taken_is_said_on_the_form(betos, diagnosed):
    form = {"id": str(ledger.uuid7()), "task": "B1", "form": "A", "outcome": "alone"}
    betos.post(of(diagnosed.tomas, "seen/"), form)
    assert betos.post(of(diagnosed.tomas, "seen/"), form | {"outcome": "not_done"}).status_code == 409


def test_a_choice_is_typed_for_the_person(betos, diagnosed):
    form = {"id": str(ledger.uuid7()), "choice": "accompanied", "tasks": "B3 B7", "programme": ""}
    assert "Se guardó lo que eligió Rosa" in betos.post(of(diagnosed.rosa, "choose/"), form, follow=True).content.decode()
    assert choice_of(diagnosed.rosa) is Choice.ACCOMPANIED


@pytest.mark.parametrize(("who", "status"), [("irma", 200), ("ana", 200), ("rosa", 403), ("carmen", 403), ("elena", 404)])
def test_the_page_of_a_person_is_for_those_who_accompany_in_the_own_institution(client, diagnosed, who, status):
    client.force_login(getattr(diagnosed, who).account)
    assert client.get(of(diagnosed.rosa)).status_code == status


@pytest.mark.parametrize("rest", ["done/", "seen/", "choose/"])
@pytest.mark.parametrize(("who", "status"), [("tomas", 403), ("diego", 403), ("elena", 404)])
def test_nobody_else_writes_for_rosa(client, diagnosed, who, status, rest):
    client.force_login(getattr(diagnosed, who).account)
    assert client.post(of(diagnosed.rosa, rest)).status_code == status


def test_the_list_does_not_ask_more_for_more_people(betos, diagnosed, django_assert_max_num_queries):
    betos.get("/readiness/people/")
    with django_assert_max_num_queries(9):
        betos.get("/readiness/people/")
