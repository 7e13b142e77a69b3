"""What a learner does in a lesson: opened, read, answered. Statements are the record; repeats are recognised by their ids."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from milpa.courses import pinned, quizzes, reads, saying
from milpa.courses.models import Enrolment
from milpa.courses.refusals import AnswersMissing, EditionIsClosed, LessonUnknown
from milpa.courses.rules.scoring import QuizScore
from milpa.ledger import clock
from milpa.ledger.refusals import Conflict
from milpa.people.models import Person
from milpa.records import actions as records
from milpa.records.refusals import StatementDiffers


@dataclass(frozen=True, slots=True)
class Answered:
    """A quiz that was answered: as it was shown, what was said, how it was scored."""

    id: UUID
    lesson: pinned.Lesson
    answers: quizzes.Answers
    score: QuizScore


def open_lesson(by: Person, enrolment_id: UUID, lesson_id: UUID, *, at: datetime | None = None) -> pinned.Lesson:
    """The learner opened a lesson: one statement a day and lesson. Raises Enrolment.DoesNotExist, LessonUnknown."""
    seat = seat_of(by, enrolment_id)
    course, lesson = _lesson(seat, lesson_id, None)
    say_opened(seat, course, lesson, at)
    return lesson


def say_opened(seat: reads.Seat, course: pinned.Course, lesson: pinned.Lesson, at: datetime | None = None) -> None:
    """The same for who has read the seat already. Who left the course or reads it after its end leaves no trace."""
    if seat.has_left:
        return
    try:
        records.append([saying.opened(seat.around, course, lesson, at or clock.now())])
    except StatementDiffers:
        return  # opened today already, a moment earlier or in another tab


def finish_lesson(by: Person, enrolment_id: UUID, lesson_id: UUID, id: UUID, *, at: datetime | None = None) -> None:
    """The learner read a lesson without questions to its end. Sent twice it is once. Raises Enrolment.DoesNotExist, LessonUnknown."""
    seat = seat_of(by, enrolment_id)
    course, lesson = _lesson(seat, lesson_id, None)
    known = records.told(id)
    if known is not None and known.person == str(by.pk):
        return
    _refuse_left(seat)
    records.append([saying.completed(seat.around, id, course, lesson, at or clock.now())])


def answer_quiz(
    by: Person, enrolment_id: UUID, lesson_id: UUID, id: UUID, answers: quizzes.Answers, *, revision: int | None = None,
    at: datetime | None = None,
) -> Answered:  # fmt: skip
    """Scores the answers by the revision that the learner was shown, and says that the lesson is complete. The best attempt counts.

    `id`: of the form; sent twice it is once, also after the edition moved on. Raises Enrolment.DoesNotExist, LessonUnknown,
    AnswersMissing, Conflict.
    """
    seat = seat_of(by, enrolment_id)
    if (known := answered(seat, lesson_id, id)) is not None:
        return _same(known, answers)
    _refuse_left(seat)
    course, lesson = _lesson(seat, lesson_id, revision)
    if quizzes.missing(lesson, answers):
        raise AnswersMissing
    answers = {question.id: answers[question.id] for question in lesson.questions}
    result = quizzes.scored(lesson, answers)
    try:
        records.append(saying.quiz(seat.around, id, course, lesson, answers, result, at or clock.now()))
    except StatementDiffers:  # its twin came in meanwhile, or the id is another's
        known = answered(seat, lesson_id, id)
        if known is None:
            raise Conflict from None
        return _same(known, answers)
    return Answered(id, lesson, answers, result)


def answered(seat: reads.Seat, lesson_id: UUID, id: UUID) -> Answered | None:
    """What was answered under this id in this enrolment, scored as it was then; None if nothing was."""
    row = records.told(id)
    if row is None or row.registration != seat.enrolment:
        return None
    said = row.result.get("extensions", {})
    if saying.ANSWERS not in said:
        return None
    lesson = pinned.course_at(seat.course, said[saying.REVISION]).lesson(lesson_id)
    return None if lesson is None else Answered(id, lesson, said[saying.ANSWERS], quizzes.scored(lesson, said[saying.ANSWERS]))


def seat_of(by: Person, enrolment_id: UUID) -> reads.Seat:
    """Raises Enrolment.DoesNotExist: for another's enrolment as for none."""
    seat = reads.seat(by.pk, enrolment_id)
    if seat is None:
        raise Enrolment.DoesNotExist
    return seat


def _lesson(seat: reads.Seat, lesson_id: UUID, revision: int | None) -> tuple[pinned.Course, pinned.Lesson]:
    """As the learner was shown it: the form names its revision, if it is one that this edition taught. Raises LessonUnknown."""
    taught = {number for number in (seat.revision, seat.revision_before) if number is not None}
    numbers: list[Any] = [revision] if revision in taught else []
    for number in [*numbers, seat.revision, seat.revision_before]:
        if number is not None:
            course = pinned.course_at(seat.course, number)
            if (lesson := course.lesson(lesson_id)) is not None:
                return course, lesson
    raise LessonUnknown


def _refuse_left(seat: reads.Seat) -> None:
    if seat.has_left:
        raise EditionIsClosed


def _same(known: Answered, answers: quizzes.Answers) -> Answered:
    """Raises Conflict if the form's id now comes with other answers."""
    if {question: answers.get(question) for question in known.answers} != known.answers:
        raise Conflict
    return known
