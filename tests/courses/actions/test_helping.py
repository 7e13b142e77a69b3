"""Help in a lesson is asked once however often it is sent, and answered by who teaches."""

import json
from datetime import timedelta
from uuid import UUID

import pytest

from milpa import ledger
from milpa.courses.actions.helping import ask_for_help, give_help
from milpa.courses.actions.learning import open_lesson
from milpa.courses.actions.waiting import leave_course
from milpa.courses.models import Enrolment, HelpAsked, HelpGiven
from milpa.courses.refusals import CommentEmpty, EditionIsClosed, HelpEmpty, LessonUnknown
from milpa.courses.standings import done_of
from milpa.ledger import clock
from milpa.ledger.refusals import Conflict
from milpa.records import actions as records
from milpa.records.models import Progress, Statement
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


def test_a_question_sent_twice_by_a_phone_that_lost_the_answer_is_one(world, rosa, lesson):
    id = ledger.uuid7()
    first = ask_for_help(world.rosa, rosa.pk, lesson, id, " ¿Y si no tengo foto? ")
    assert ask_for_help(world.rosa, rosa.pk, lesson, id, "¿Y si no tengo foto?") == first
    assert HelpAsked.objects.get().text == "¿Y si no tengo foto?"
    with pytest.raises(Conflict):
        ask_for_help(world.rosa, rosa.pk, lesson, id, "Otra cosa.")


def test_nobody_asks_nothing_or_about_a_lesson_that_is_not_there(world, rosa, lesson):
    with pytest.raises(HelpEmpty):
        ask_for_help(world.rosa, rosa.pk, lesson, ledger.uuid7(), "  ")
    with pytest.raises(LessonUnknown):
        ask_for_help(world.rosa, rosa.pk, ledger.uuid7(), ledger.uuid7(), "¿Cómo?")


def test_nobody_asks_in_anothers_place_and_who_left_asks_no_more(world, rosa, lesson):
    for other in (world.tomas, world.elena):
        with pytest.raises(Enrolment.DoesNotExist):
            ask_for_help(other, rosa.pk, lesson, ledger.uuid7(), "¿Cómo?")
    leave_course(world.rosa, rosa.pk, ledger.uuid7())
    with pytest.raises(EditionIsClosed):
        ask_for_help(world.rosa, rosa.pk, lesson, ledger.uuid7(), "¿Cómo?")


def test_who_teaches_answers_once_and_not_with_silence(world, rosa, lesson):
    asked, id = ask_for_help(world.rosa, rosa.pk, lesson, ledger.uuid7(), "¿Cómo?"), ledger.uuid7()
    with pytest.raises(CommentEmpty):
        give_help(world.irma, asked.pk, ledger.uuid7(), " ")
    assert list(HelpAsked.objects.to_answer()) == [asked]
    assert give_help(world.irma, asked.pk, id, "Así.") == give_help(world.irma, asked.pk, id, "Así.")
    assert not HelpAsked.objects.to_answer().exists()
    assert HelpGiven.objects.count() == 1


@pytest.mark.parametrize("who", ["beto", "carmen", "rosa", "elena"])
def test_nobody_else_answers(world, rosa, lesson, who):
    asked = ask_for_help(world.rosa, rosa.pk, lesson, ledger.uuid7(), "¿Cómo?")
    with pytest.raises(HelpAsked.DoesNotExist):
        give_help(getattr(world, who), asked.pk, ledger.uuid7(), "Así.")


def statements():
    return [json.loads(bytes(content)) for content in Statement.objects.order_by("arrived").values_list("content", flat=True)]


def counted():
    rows = Progress.objects.order_by("activity").values()
    return [{name: value for name, value in row.items() if name != "id"} for row in rows]


def test_question_and_answer_are_statements_without_their_words(world, edition, rosa, lesson):
    id, given = ledger.uuid7(), ledger.uuid7()
    for _twice in range(2):
        asked = ask_for_help(world.rosa, rosa.pk, lesson, id, "¿Y si no tengo foto?")
        give_help(world.irma, asked.pk, given, "Basta con una frase.")
    question, answer = statements()
    assert [one["verb"]["id"].rpartition("/")[2] for one in (question, answer)] == ["asked", "responded"]
    assert [one["actor"]["account"]["name"] for one in (question, answer)] == [str(world.rosa.id), str(world.irma.id)]
    assert question["object"] == answer["object"] and question["object"]["definition"] == {"name": {"es": "Quién duerme aquí"}}
    assert question["context"]["contextActivities"]["parent"][0]["id"] == f"urn:milpa:lesson:{lesson}"
    assert question["context"]["registration"] == str(rosa.pk) and "registration" not in answer["context"]
    assert "foto" not in json.dumps([question, answer]) and "frase" not in json.dumps([question, answer])


def test_what_is_refused_leaves_no_statement(world, rosa, lesson):
    with pytest.raises(HelpEmpty):
        ask_for_help(world.rosa, rosa.pk, lesson, ledger.uuid7(), " ")
    asked = ask_for_help(world.rosa, rosa.pk, lesson, ledger.uuid7(), "¿Cómo?")
    with pytest.raises(HelpAsked.DoesNotExist):
        give_help(world.beto, asked.pk, ledger.uuid7(), "Así.")
    assert len(statements()) == 1


def test_asking_and_answering_move_nobody_forward_and_a_rebuild_counts_the_same(world, rosa, lesson):
    opened = clock.now() + timedelta(hours=1)
    with clock.at(opened):
        open_lesson(world.rosa, rosa.pk, lesson)
    with clock.at(opened + timedelta(hours=1)):
        asked = ask_for_help(world.rosa, rosa.pk, lesson, ledger.uuid7(), "¿Cómo?")
    with clock.at(opened + timedelta(days=3)):
        give_help(world.irma, asked.pk, ledger.uuid7(), "Así.")
    done = done_of([rosa.pk])[rosa.pk]
    assert (done.opened, done.completed) == ({str(lesson)}, frozenset())
    assert abs(done.last_seen - opened - timedelta(hours=1)) < timedelta(seconds=1)
    before = counted()
    records.rebuild()
    assert counted() == before and [row["statements"] for row in before] == [1, 1]
