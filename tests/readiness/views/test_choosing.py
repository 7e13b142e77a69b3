import pytest

from milpa import ledger
from milpa.readiness.levelled import choice_of
from milpa.readiness.models import LevellingChosen
from milpa.readiness.rules.offers import Choice
from tests.readiness.doing import choose


@pytest.fixture
def rosas(client, diagnosed):
    client.force_login(diagnosed.rosa.account)
    return client


def sent(**changed):
    return {"id": str(ledger.uuid7()), "choice": "accompanied", "tasks": "B3 B7", "programme": ""} | changed


def test_the_result_says_in_words_what_rosa_does_alone_and_what_she_may_practise(rosas):
    page = rosas.get("/readiness/result/").content.decode()
    assert "Usted hace 4 sin ayuda, y hay 2 que puede practicar si quiere." in page
    assert "La lección no quedó en el teléfono." in page
    assert "Como son varias, primero le ofrecemos hacerlo con alguien a la par." in page


def test_without_any_task_the_result_leads_to_the_diagnosis(client, world):
    client.force_login(world.tomas.account)
    page = client.get("/readiness/result/").content.decode()
    assert "Todavía no hay resultado" in page and "/readiness/diagnosis/" in page


def test_a_choice_is_saved_and_shown_and_can_be_changed(rosas, diagnosed):
    assert rosas.post("/readiness/choose/", sent()).url == "/readiness/result/"
    page = rosas.get("/readiness/result/").content.decode()
    assert "Usted eligió: con alguien a la par" in page and "Cambiar lo que elegí" in page
    rosas.post("/readiness/choose/", sent(choice="none"))
    assert choice_of(diagnosed.rosa) is Choice.NONE


def test_a_button_pressed_twice_is_one_choice(rosas):
    form = sent()
    for _ in range(2):
        rosas.post("/readiness/choose/", form)
    assert LevellingChosen.objects.count() == 1


def test_the_programme_of_the_course_that_asks_travels_with_the_choice(rosas, diagnosed):
    page = rosas.get(f"/readiness/result/?programme={diagnosed.programme.pk}").content.decode()
    assert f'name="programme" value="{diagnosed.programme.pk}"' in page
    rosas.post("/readiness/choose/", sent(programme=str(diagnosed.programme.pk)))
    assert LevellingChosen.objects.get().programme == diagnosed.programme


def test_what_may_not_be_chosen_is_said_and_nothing_is_stored(rosas):
    answer = rosas.post("/readiness/choose/", sent(tasks="B10"), follow=True)
    assert "No hay unidad que elegir" in answer.content.decode()
    assert not LevellingChosen.objects.exists()


@pytest.mark.parametrize("changed", [{"choice": "later"}, {"id": "x"}, {"tasks": "B3 <b>"}, {"tasks": ""}, {"programme": "x"}])
def test_what_no_button_sends_finds_nothing(rosas, changed):
    assert rosas.post("/readiness/choose/", sent(**changed)).status_code == 404


def test_who_typed_the_choice_stands_beside_it(client, diagnosed):
    choose(diagnosed.rosa, Choice.BEFORE, by=diagnosed.irma)
    client.force_login(diagnosed.rosa.account)
    assert "Lo escribió Irma por usted." in client.get("/readiness/result/").content.decode()


def test_the_result_page_reads_once(rosas, django_assert_max_num_queries):
    rosas.get("/readiness/result/")
    with django_assert_max_num_queries(8):
        rosas.get("/readiness/result/")
