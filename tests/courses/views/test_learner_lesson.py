from uuid import UUID

import pytest

from milpa import ledger
from milpa.courses.actions.announcing import renew_edition
from milpa.courses.actions.lessons import edit_block
from milpa.courses.actions.publishing import publish_course
from milpa.courses.pinned import course_at
from milpa.courses.standings import done_of
from milpa.records.models import Statement
from tests.courses.classroom import announced, enrolled, lessons

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


@pytest.fixture
def edition(world):
    return announced(world)


@pytest.fixture
def rosas(world, edition):
    return enrolled(world, world.rosa, edition)


@pytest.fixture
def phone(client, world):
    client.force_login(world.rosa.account)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "es"
    return client


def address(enrolment, lesson, verb=""):
    return f"/learn/{enrolment.pk}/lessons/{lesson.id}/{verb}"


def form(lesson, **other):
    """All right, as a browser sends it: one to order has a place for each option."""
    choice, multiple, ordering, number, short = lesson.questions
    return {
        "id": str(ledger.uuid7()), "revision": "1", f"q-{choice.id}": "1", f"q-{multiple.id}": ["0", "2"], f"q-{ordering.id}-0": "3",
        f"q-{ordering.id}-1": "1", f"q-{ordering.id}-2": "2", f"q-{number.id}": "150", f"q-{short.id}": "anota",
    } | other  # fmt: skip


def test_a_lesson_shows_its_text_and_its_questions_and_says_that_it_was_opened(phone, edition, rosas):
    first = lessons(edition)[0]
    page = phone.get(address(rosas, first)).content.decode()
    assert "Piense en sus últimos diez huéspedes." in page
    assert "¿A quién le habla primero?" in page
    phone.get(address(rosas, first))
    assert Statement.objects.count() == 1


def test_a_lesson_opened_before_is_read_in_few_queries(phone, edition, rosas, django_assert_max_num_queries):
    phone.get(address(rosas, lessons(edition)[0]))
    with django_assert_max_num_queries(4):
        phone.get(address(rosas, lessons(edition)[0]))


def test_what_was_answered_is_scored_and_explained(phone, edition, rosas):
    first = lessons(edition)[0]
    answer = phone.post(address(rosas, first, "quiz/"), form(first, **{f"q-{first.questions[0].id}": "0"}), follow=True)
    page = answer.content.decode()
    assert "4 de 5 correctas" in page
    assert "Su respuesta: A todos" in page
    assert "Correcta: A quien se repite" in page
    assert done_of([rosas.pk])[rosas.pk].completed == {first.id}


def test_a_form_sent_twice_is_answered_as_stored(phone, edition, rosas):
    first = lessons(edition)[0]
    sent = form(first)
    one, other = phone.post(address(rosas, first, "quiz/"), sent), phone.post(address(rosas, first, "quiz/"), sent)
    assert one.url == other.url
    assert Statement.objects.filter(id=sent["id"]).count() == 1


def test_a_question_without_answer_is_led_to_and_the_others_keep_theirs(phone, edition, rosas):
    first = lessons(edition)[0]
    sent = form(first)
    del sent[f"q-{first.questions[1].id}"]
    answer = phone.post(address(rosas, first, "quiz/"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#id_q-{first.questions[1].id}"' in page
    assert 'value="150"' in page
    assert "<option selected>3</option>" in page
    assert f'value="{sent["id"]}"' in page


def test_a_lesson_without_questions_is_done_by_a_button_that_leads_on(phone, edition, rosas):
    _first, second, third = lessons(edition)
    answer = phone.post(address(rosas, second, "finish/"), {"id": str(ledger.uuid7())})
    assert answer.url == address(rosas, third)
    assert done_of([rosas.pk])[rosas.pk].completed == {second.id}


def test_an_improved_text_says_so_and_a_form_of_before_still_counts(phone, world, edition, rosas):
    first, course = lessons(edition)[0], edition.course
    edit_block(world.ana, course.pk, course.revision, UUID(first.blocks[0].id), {"text": "Piense en sus últimos **veinte** huéspedes."})
    course.refresh_from_db()
    publish_course(world.ana, course.pk, course.revision, ledger.uuid7())
    assert "diez huéspedes" in phone.get(address(rosas, first)).content.decode()
    renew_edition(world.ana, edition.pk, edition.revision)
    page = phone.get(address(rosas, first)).content.decode()
    assert "veinte" in page
    assert "El texto se mejoró el" in page
    assert "5 de 5 correctas" in phone.post(address(rosas, first, "quiz/"), form(first), follow=True).content.decode()


@pytest.mark.parametrize("who", ["tomas", "irma", "elena"])
def test_nobody_opens_rosas_lesson(client, world, edition, rosas, who):
    client.force_login(getattr(world, who).account)
    assert client.get(address(rosas, lessons(edition)[0])).status_code == 404


def test_the_thread_leads_a_learner_to_their_own_lesson_and_staff_to_the_text(client, world, edition, rosas):
    first = lessons(edition)[0]
    client.force_login(world.rosa.account)
    assert client.get(f"/lessons/{first.id}/").url == address(rosas, first)
    client.force_login(world.carmen.account)
    assert "Piense en sus últimos diez huéspedes." in client.get(f"/lessons/{first.id}/").content.decode()
    client.force_login(world.tomas.account)
    assert client.get(f"/lessons/{first.id}/").url == f"/e/{edition.code}/"
    client.force_login(world.elena.account)
    assert client.get(f"/lessons/{first.id}/").status_code == 404


def test_a_picture_of_the_course_is_read_by_who_is_in_it(world, edition, rosas):
    from milpa.courses.registers import files_of_courses

    ids = [edition.course_id]
    assert files_of_courses(world.rosa, ids) == files_of_courses(world.carmen, ids) == set(ids)
    assert files_of_courses(world.elena, ids) == files_of_courses(world.tomas, ids) == files_of_courses(None, ids) == set()


def test_every_lesson_of_a_revision_has_its_number(edition):
    course = course_at(edition.course_id, 1)
    assert [lesson.number for lesson in course.lessons] == [1, 2, 3]
    assert course.after(course.units[0].lessons[1]) == course.units[1].lessons[0]
