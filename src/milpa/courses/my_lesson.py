"""What stands around a lesson's blocks: where it is in the course, whether its text changed, how its questions went."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404

from milpa.courses import pinned, quizzes, reads
from milpa.courses.actions.learning import Answered
from milpa.courses.done import Done
from milpa.courses.models.course import MULTIPLE, NUMBER, ORDERING, SHORT
from milpa.courses.rules.scoring import score
from milpa.ledger import clock


@dataclass(frozen=True, slots=True)
class Page:
    seat: reads.Seat
    course: pinned.Course
    lesson: pinned.Lesson
    unit: pinned.Unit
    all: int
    before: pinned.Lesson | None
    after: pinned.Lesson | None
    improved_at: datetime | None  # the text changed while this edition was going on


@dataclass(frozen=True, slots=True)
class QuestionResult:
    question: pinned.Question
    yours: tuple[str, ...]
    right: tuple[str, ...]
    is_right: bool
    is_partly: bool


@dataclass(frozen=True, slots=True)
class Result:
    page: Page
    questions: tuple[QuestionResult, ...]
    right: int
    of: int
    passed: bool


def page_of(seat: reads.Seat, course: pinned.Course, lesson: pinned.Lesson) -> Page:
    """No query: everything is in memory."""
    unit = course.unit(lesson.unit)
    assert unit is not None  # a lesson stands in a unit of its own course
    lessons = list(course.lessons)
    before = lessons[lesson.number - 2] if lesson.number > 1 else None
    return Page(seat, course, lesson, unit, len(lessons), before, course.after(lesson), _improved_at(seat, lesson))


def _improved_at(seat: reads.Seat, lesson: pinned.Lesson) -> datetime | None:
    if seat.revision_before is None:
        return None
    before = pinned.course_at(seat.course, seat.revision_before).lesson(lesson.id)
    return seat.renewed_at if before is not None and before.essence != lesson.essence else None


def as_shown(seat: reads.Seat, lesson_id: UUID, revision: int | None) -> tuple[pinned.Course, pinned.Lesson]:
    """The lesson in the revision that a form was made from, if the edition taught it, or in today's. Raises Http404."""
    numbers = [revision] if revision in (seat.revision, seat.revision_before) else []
    for number in (*numbers, seat.revision, seat.revision_before):
        if number is not None:
            course = pinned.course_at(seat.course, number)
            if (lesson := course.lesson(lesson_id)) is not None:
                return course, lesson
    raise Http404


def was_here_today(done: Done) -> bool:
    if done.last_seen is None:
        return False
    zone = ZoneInfo(settings.TIME_ZONE)
    return done.last_seen.astimezone(zone).date() == clock.now().astimezone(zone).date()


def result_of(seat: reads.Seat, answered: Answered) -> Result:
    """How it went, question by question, in the words of the form that was answered."""
    today = pinned.course_at(seat.course, seat.revision)
    lesson = today.lesson(answered.lesson.id)
    if lesson is None:  # taken out since: what stands around it is gone too
        raise Http404
    questions = tuple(_question(question, answered.answers.get(question.id, "")) for question in answered.lesson.questions)
    return Result(page_of(seat, today, lesson), questions, answered.score.right, answered.score.questions, answered.score.passed)


def _question(question: pinned.Question, answer: str | list[str]) -> QuestionResult:
    reached = score(quizzes.rule_of(question), answer)
    return QuestionResult(question, tuple(_words(question, answer)), tuple(quizzes.right_words(question)), reached == 1, 0 < reached < 1)


def _words(question: pinned.Question, answer: str | list[str]) -> list[str]:
    """What was answered, as it stood on the page."""
    if question.kind in (NUMBER, SHORT) or not answer:
        return [str(answer)] if answer else []
    positions = answer if question.kind in (MULTIPLE, ORDERING) else [answer]
    return [question.options[int(position)] for position in positions if str(position).isdigit() and int(position) < len(question.options)]
