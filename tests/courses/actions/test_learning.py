from datetime import timedelta
from fractions import Fraction
from uuid import UUID

import pytest

from milpa import ledger
from milpa.courses.actions.announcing import renew_edition
from milpa.courses.actions.learning import answer_quiz, finish_lesson, open_lesson
from milpa.courses.actions.lessons import remove_lesson
from milpa.courses.actions.publishing import publish_course
from milpa.courses.actions.questions import edit_question
from milpa.courses.actions.waiting import leave_course
from milpa.courses.models import Enrolment
from milpa.courses.refusals import AnswersMissing, EditionIsClosed, LessonUnknown
from milpa.courses.standings import done_of
from milpa.ledger import clock
from milpa.ledger.refusals import Conflict
from milpa.records.models import Statement
from tests.courses.classroom import announced, answer, enrolled, lessons, right

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


@pytest.fixture
def edition(world):
    return announced(world)


@pytest.fixture
def rosas(world, edition):
    return enrolled(world, world.rosa, edition)


def did(enrolment):
    return done_of([enrolment.pk])[enrolment.pk]


def test_a_quiz_is_scored_by_the_server_and_completes_the_lesson(edition, rosas):
    lesson = lessons(edition)[0]
    answered = answer(rosas, lesson, choice="0", ordering=["1", "0", "2"])
    assert answered.score.score == Fraction(3) + Fraction(2, 3)
    assert answered.score.passed
    assert did(rosas).completed == {lesson.id}
    assert did(rosas).best[lesson.id] == pytest.approx(11 / 15)


def test_the_best_attempt_counts(edition, rosas):
    lesson = lessons(edition)[0]
    answer(rosas, lesson)
    answer(rosas, lesson, choice="0", number="9")
    assert did(rosas).best[lesson.id] == 1.0


def test_a_quiz_sent_twice_is_answered_as_stored_also_after_leaving(world, edition, rosas):
    lesson, id = lessons(edition)[0], ledger.uuid7()
    first = answer(rosas, lesson, id)
    leave_course(world.rosa, rosas.pk, ledger.uuid7())
    assert answer(rosas, lesson, id).score == first.score
    assert Statement.objects.filter(id=id).count() == 1


def test_a_forms_id_with_other_answers_is_refused(edition, rosas):
    lesson, id = lessons(edition)[0], ledger.uuid7()
    answer(rosas, lesson, id)
    with pytest.raises(Conflict):
        answer(rosas, lesson, id, choice="0")


def test_a_question_without_answer_is_asked_again_and_nothing_is_stored(world, edition, rosas):
    lesson = lessons(edition)[0]
    with pytest.raises(AnswersMissing):
        answer_quiz(world.rosa, rosas.pk, UUID(lesson.id), ledger.uuid7(), dict(list(right(lesson).items())[:3]))
    assert not Statement.objects.exists()


def test_opening_a_lesson_is_said_once_a_day(world, edition, rosas):
    lesson = UUID(lessons(edition)[0].id)
    open_lesson(world.rosa, rosas.pk, lesson)
    open_lesson(world.rosa, rosas.pk, lesson)
    open_lesson(world.rosa, rosas.pk, lesson, at=clock.now() + timedelta(days=1))
    assert Statement.objects.count() == 2
    assert did(rosas).opened == {str(lesson)}


def test_a_lesson_without_questions_is_complete_when_it_was_read(world, edition, rosas):
    lesson, id = lessons(edition)[1], ledger.uuid7()
    finish_lesson(world.rosa, rosas.pk, UUID(lesson.id), id)
    finish_lesson(world.rosa, rosas.pk, UUID(lesson.id), id)
    assert did(rosas).completed == {lesson.id}
    assert Statement.objects.count() == 1


def test_who_left_records_nothing_more(world, edition, rosas):
    leave_course(world.rosa, rosas.pk, ledger.uuid7(), "No me alcanzó el tiempo")
    with pytest.raises(EditionIsClosed):
        answer(rosas, lessons(edition)[0])


@pytest.mark.parametrize("who", ["tomas", "ana", "elena"])
def test_nobody_learns_in_rosas_place(world, edition, rosas, who):
    with pytest.raises(Enrolment.DoesNotExist):
        answer_quiz(getattr(world, who), rosas.pk, UUID(lessons(edition)[0].id), ledger.uuid7(), right(lessons(edition)[0]))


def test_a_lesson_of_another_course_is_unknown(world, edition, rosas):
    with pytest.raises(LessonUnknown):
        open_lesson(world.rosa, rosas.pk, ledger.uuid7())


def changed(world, edition, number=149):
    """The first lesson's number is asked otherwise, published, and the edition takes it over."""
    course, question = edition.course, lessons(edition)[0].questions[3]
    edit_question(world.ana, course.pk, course.revision, UUID(question.id), {"value": number})
    course.refresh_from_db()
    publish_course(world.ana, course.pk, course.revision, ledger.uuid7())
    return renew_edition(world.ana, edition.pk, edition.revision)


def test_an_author_who_goes_on_writing_changes_nothing_for_who_is_learning(world, edition, rosas):
    course = edition.course
    remove_lesson(world.ana, course.pk, course.revision, UUID(lessons(edition)[0].id))
    assert answer(rosas, lessons(edition)[0]).score.passed


def test_answers_to_a_form_shown_before_the_course_changed_are_scored_by_what_was_shown(world, edition, rosas):
    lesson, number = lessons(edition)[0], edition.course_revision
    changed(world, edition)
    answered = answer_quiz(world.rosa, rosas.pk, UUID(lesson.id), ledger.uuid7(), right(lesson), revision=number)
    assert answered.score.right == 5


def test_a_course_changed_while_learners_are_in_it_loses_nothing_they_did(world, edition, rosas):
    lesson = lessons(edition)[0]
    answer(rosas, lesson)
    renewed = changed(world, edition)
    assert (renewed.revision_before, renewed.course_revision) == (1, 2)
    assert did(rosas).completed == {lesson.id}
    assert did(rosas).best[lesson.id] == 1.0
    assert answer(rosas, lessons(renewed)[0]).score.right == 4
