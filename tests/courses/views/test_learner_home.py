from datetime import timedelta
from uuid import UUID

import pytest

from milpa import ledger
from milpa.courses.actions.learning import finish_lesson
from milpa.courses.actions.practising import comment_practice, send_practice
from milpa.courses.actions.waiting import leave_course
from milpa.courses.pinned import course_at
from milpa.ledger import clock
from tests.courses.classroom import announced, answer, enrolled, lessons, published, waits

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


@pytest.fixture
def edition(world):
    return announced(world)


@pytest.fixture
def rosas(world, edition):
    return enrolled(world, world.rosa, edition)


@pytest.fixture
def page(client, world):
    def of(who="rosa", address="/learn/"):
        client.force_login(getattr(world, who).account)
        return client.get(address, headers={"accept-language": "es"})

    return of


def text(answer):
    return answer.content.decode()


def test_the_home_leads_to_the_next_lesson(page, edition, rosas):
    first, second, _third = lessons(edition)
    shown = text(page())
    assert "Sigue · lección 1 de 3 · 8 minutos" in shown
    assert f"/learn/{rosas.pk}/lessons/{first.id}/" in shown
    answer(rosas, first)
    assert f"/learn/{rosas.pk}/lessons/{second.id}/" in text(page())


def test_the_welcome_lesson_comes_first(world, page, edition):
    welcome = announced(world, published(world, kind="onboarding"), starts_on=clock.today() + timedelta(days=3))
    enrolled(world, world.rosa, edition)
    own = welcome.enrolments.get()
    assert f"/learn/{own.pk}/lessons/{lessons(welcome)[0].id}/" in text(page())


def test_the_home_shows_what_the_instructor_answered(world, page, edition, rosas):
    unit = UUID(course_at(edition.course_id, 1).units[0].id)
    sent = send_practice(world.rosa, rosas.pk, unit, ledger.uuid7(), "Aquí la abuela tiene cuarto en el primer piso")
    comment_practice(world.irma, sent.pk, ledger.uuid7(), "Eso solo lo puede decir usted.", is_well=True)
    assert "Eso solo lo puede decir usted." in text(page())


def test_the_home_says_where_one_waits(world, page):
    edition = announced(world, places=1)
    enrolled(world, world.rosa, edition)
    wish = waits(world, world.tomas, edition)
    assert f"/learn/places/{wish.pk}/" in text(page("tomas"))
    assert "Es el número 1 de 1" in text(page("tomas", f"/learn/places/{wish.pk}/"))


def test_nobody_reads_anothers_place_in_the_line(world, page):
    edition = announced(world, places=1)
    enrolled(world, world.rosa, edition)
    wish = waits(world, world.tomas, edition)
    assert page("lidia", f"/learn/places/{wish.pk}/").status_code == 404


def test_who_has_no_course_is_told_what_stands_here(page):
    assert "Todavía no está en ningún curso" in text(page())


def test_the_course_page_shows_what_is_done_and_what_the_certificate_still_asks(page, edition, rosas):
    answer(rosas, lessons(edition)[0])
    shown = text(page(address=f"/learn/{rosas.pk}/"))
    assert "1 de 3 lecciones hechas" in shown
    assert "1 de las 2 lecciones que se piden" in shown
    assert "Práctica: Mi promesa" in shown


def test_who_left_still_reads_what_they_did(world, page, edition, rosas):
    leave_course(world.rosa, rosas.pk, ledger.uuid7())
    assert "Lo que hizo en él se guarda" in text(page(address=f"/learn/{rosas.pk}/"))


@pytest.mark.parametrize("who", ["tomas", "ana", "elena"])
def test_nobody_opens_anothers_course(page, rosas, who):
    assert page(who, f"/learn/{rosas.pk}/").status_code == 404


def test_the_home_needs_no_query_a_course(world, client, page, edition, rosas, django_assert_max_num_queries):
    answer(rosas, lessons(edition)[0])
    for _more in range(3):
        enrolled(world, world.rosa, announced(world))
    page()
    with django_assert_max_num_queries(8):
        client.get("/learn/")


def test_all_done_is_said(world, page, edition, rosas):
    for lesson in lessons(edition):
        if lesson.questions:
            answer(rosas, lesson)
        else:
            finish_lesson(world.rosa, rosas.pk, UUID(lesson.id), ledger.uuid7())
    assert "Ya hizo todo lo que hay por hacer por ahora" in text(page())
