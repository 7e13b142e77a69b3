"""Help in a lesson: asked on the phone, answered at the desk, read on the phone."""

from uuid import UUID

import pytest
from django.urls import reverse

from milpa import ledger
from milpa.courses.actions.helping import ask_for_help, give_help
from milpa.courses.models import HelpAsked, HelpGiven
from tests.courses.classroom import announced, enrolled, lessons

pytestmark = pytest.mark.django_db(databases=["default", "records"])


@pytest.fixture
def edition(world):
    return announced(world)


@pytest.fixture
def rosa(world, edition):
    return enrolled(world, world.rosa, edition)


@pytest.fixture
def lesson(edition):
    return UUID(lessons(edition)[0].id)


def typed(text):
    return {"form_id": str(ledger.uuid7()), "text": text}


def test_a_question_is_sent_from_the_lessons_page_and_waits_there(client, world, rosa, lesson, django_assert_max_num_queries):
    client.force_login(world.rosa.account)
    address = reverse("courses:ask_help", args=[rosa.pk, lesson])
    sent = typed("¿Y si no tengo foto?")
    for _twice in range(2):
        assert client.post(address, sent).status_code == 302
    assert HelpAsked.objects.count() == 1
    with django_assert_max_num_queries(12):
        text = client.get(address).content.decode()
    assert "¿Y si no tengo foto?" in text
    assert "espera respuesta" in text


def test_an_empty_question_comes_back(client, world, rosa, lesson):
    client.force_login(world.rosa.account)
    assert client.post(reverse("courses:ask_help", args=[rosa.pk, lesson]), typed(" ")).status_code == 422


@pytest.mark.parametrize("who", ["tomas", "elena", "ana"])
def test_nobody_opens_anothers_questions(client, world, rosa, lesson, who):
    client.force_login(getattr(world, who).account)
    assert client.get(reverse("courses:ask_help", args=[rosa.pk, lesson])).status_code == 404


def test_the_answer_stands_on_the_learners_home_and_beside_the_question(client, world, rosa, lesson, django_assert_max_num_queries):
    asked = ask_for_help(world.rosa, rosa.pk, lesson, ledger.uuid7(), "¿Y si no tengo foto?")
    give_help(world.irma, asked.pk, ledger.uuid7(), "Basta con una frase.")
    client.force_login(world.rosa.account)
    with django_assert_max_num_queries(12):
        home = client.get("/learn/").content.decode()
    assert "Basta con una frase." in home
    address = reverse("courses:ask_help", args=[rosa.pk, lesson])
    assert address in home
    assert "Basta con una frase." in client.get(address).content.decode()


def test_the_instructor_finds_it_in_what_to_answer(client, world, edition, rosa, lesson, django_assert_max_num_queries):
    asked = ask_for_help(world.rosa, rosa.pk, lesson, ledger.uuid7(), "¿Y si no tengo foto?")
    client.force_login(world.irma.account)
    group = client.get(reverse("courses:group", args=[world.id, edition.pk])).content.decode()
    assert "Responder 1 pregunta" in group
    page = reverse("courses:practices", args=[world.id, edition.pk])
    with django_assert_max_num_queries(12):
        text = client.get(page).content.decode()
    assert "¿Y si no tengo foto?" in text
    address = reverse("courses:give_help", args=[world.id, edition.pk, asked.pk])
    assert client.post(address, typed(" ")).status_code == 422
    client.post(address, typed("Basta con una frase."))
    assert HelpGiven.objects.get().by == world.irma
    assert "Basta con una frase." in client.get(page).content.decode()
