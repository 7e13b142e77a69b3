"""Help in a lesson is asked once however often it is sent, and answered by who teaches."""

from uuid import UUID

import pytest

from milpa import ledger
from milpa.courses.actions.helping import ask_for_help, give_help
from milpa.courses.actions.waiting import leave_course
from milpa.courses.models import Enrolment, HelpAsked, HelpGiven
from milpa.courses.refusals import CommentEmpty, EditionIsClosed, HelpEmpty, LessonUnknown
from milpa.ledger.refusals import Conflict
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
