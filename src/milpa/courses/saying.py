"""What a learner did, as statements. Every id follows from one that the phone made, so that sending again changes nothing."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from milpa.courses.interactions import interaction
from milpa.courses.models import HelpAsked
from milpa.courses.pinned import Course, Lesson, Question
from milpa.courses.quizzes import Answers, rule_of
from milpa.courses.rules.scoring import QuizScore, score
from milpa.records.statements import Said, activity_id

ANSWERS = "https://milpa.invalid/xapi/answers"  # extensions; RFC 2606: addresses that can never resolve
REVISION = "https://milpa.invalid/xapi/revision"


def opened(around: dict[str, Any], course: Course, lesson: Lesson, at: datetime) -> Said:
    """Once a day and lesson."""
    id = uuid5(around["registration"], f"{lesson.id} {at.date()} opened")
    return _said(around, id, "opened", activity_id("lesson", lesson.id), lesson.title, course, at)


def completed(around: dict[str, Any], id: UUID, course: Course, lesson: Lesson, at: datetime) -> Said:
    return _said(around, id, "completed", activity_id("lesson", lesson.id), lesson.title, course, at, completion=True)


def quiz(around: dict[str, Any], id: UUID, course: Course, lesson: Lesson, answers: Answers, result: QuizScore, at: datetime) -> list[Said]:
    """The quiz as a whole (its id is the form's), each answer, and that the lesson is complete."""
    share = float(result.score / result.of) if result.of else 1.0
    whole = _said(
        around, id, "passed" if result.passed else "failed", activity_id("quiz", lesson.id), lesson.title, course, at, scaled=share,
        success=result.passed, extensions={ANSWERS: answers, REVISION: course.number},
    )  # fmt: skip
    each = [_answered(around, id, course, lesson, question, answers, at) for question in lesson.questions if question.id in answers]
    return [whole, *each, completed(around, uuid5(id, "completed"), course, lesson, at)]


def practice(around: dict[str, Any], id: UUID, course: Course, unit: UUID, title: str, at: datetime) -> Said:
    return _said(around, uuid5(id, "practice"), "completed", activity_id("practice", unit), title, course, at)


def help_asked(around: dict[str, Any], asked: UUID, course: Course, lesson: UUID, title: str, at: datetime) -> Said:
    """That somebody asked for help in a lesson; their words stay where they can be erased."""
    parent = activity_id("lesson", lesson)
    return _said(around, uuid5(asked, "asked"), "asked", activity_id("help", asked), title, course, at, parent)


def help_given(about: HelpAsked, id: UUID, by: UUID, course: Course, title: str, at: datetime) -> Said:
    """That somebody answered it. It belongs to no enrolment: a learner got no further by what another did."""
    around = {"institution": about.institution_id, "person": by, "registration": None}
    parent = activity_id("lesson", about.lesson)
    return _said(around, uuid5(id, "responded"), "responded", activity_id("help", about.pk), title, course, at, parent)


def _answered(around: dict[str, Any], id: UUID, course: Course, lesson: Lesson, question: Question, answers: Answers, at: datetime) -> Said:
    answer, rule = answers[question.id], rule_of(question)
    reached = score(rule, answer)
    return _said(
        around, uuid5(id, question.id), "answered", activity_id("question", question.id), question.prompt[:200], course, at,
        scaled=float(reached), success=reached == 1, response=answer if isinstance(answer, str) else "[,]".join(answer),
        parent=activity_id("quiz", lesson.id), definition=interaction(question, course.language),
    )  # fmt: skip


def _said(
    around: dict[str, Any], id: UUID, verb: str, activity: str, name: str, course: Course, at: datetime, parent: str = "", **more: Any
) -> Said:
    """`around`: institution, person, registration."""
    return Said(
        id=id, verb=verb, activity=activity, name=name, language=course.language, at=at, parent=parent or activity_id("course", course.id),
        **around, **more,
    )  # fmt: skip
