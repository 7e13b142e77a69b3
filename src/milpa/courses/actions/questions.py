"""The questions of a lesson's quiz. Learners are scored by the revision that they were shown."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from milpa.courses.actions.writing import change, kept, writing
from milpa.courses.models import Lesson, Question
from milpa.courses.models.course import CHOICE, MULTIPLE, NUMBER, ORDERING, SHORT
from milpa.courses.refusals import QuestionIncomplete
from milpa.people.models import Person

OF_QUESTION = (
    "kind", "prompt", "options", "right", "value", "tolerance", "unit", "accepted", "points", "feedback_right", "feedback_wrong",
)  # fmt: skip


def add_question(by: Person, course_id: UUID, was: int, lesson_id: UUID, id: UUID, sheet: dict[str, Any]) -> Question:
    """A question at the end of a lesson's quiz. Sent twice it is one. Raises QuestionIncomplete, Lesson.DoesNotExist, StaleRevision."""
    with writing(by, course_id, was) as course:
        lesson = Lesson.objects.get(id=lesson_id, unit__course=course)
        known = lesson.questions.filter(id=id).first()
        if known is not None:
            return known
        question = Question(id=id, lesson=lesson, place=lesson.questions.count() + 1, **kept(sheet, OF_QUESTION))
        refuse_incomplete(question)
        question.save(force_insert=True)
        return question


def edit_question(by: Person, course_id: UUID, was: int, question_id: UUID, sheet: dict[str, Any]) -> Question:
    """Changes a question; what the sheet leaves out stays. Raises QuestionIncomplete, Question.DoesNotExist, StaleRevision."""
    with writing(by, course_id, was) as course:
        question = Question.objects.get(id=question_id, lesson__unit__course=course)
        change(question, kept(sheet, OF_QUESTION))
        refuse_incomplete(question)
        return question


def refuse_incomplete(question: Question) -> None:
    """Raises QuestionIncomplete, saying what is missing."""
    if what := _what_is_missing(question):
        raise QuestionIncomplete(what=what)


def _what_is_missing(question: Question) -> str:
    if not question.prompt.strip():
        return _("what is asked")
    if question.kind in (CHOICE, MULTIPLE, ORDERING):
        return _missing_options(question)
    if question.kind == NUMBER and question.value is None:
        return _("the right number")
    if question.kind == SHORT and not [text for text in question.accepted if text.strip()]:
        return _("at least one accepted answer")
    return ""


def _missing_options(question: Question) -> str:
    n, right = len(question.options), question.right
    if n < 2 or not all(str(option).strip() for option in question.options):
        return _("at least two answers to choose from, none of them empty")
    if not right or not all(isinstance(position, int) and 0 <= position < n for position in right):
        return _("which answer is right")
    if question.kind == CHOICE and len(right) != 1:
        return _("exactly one right answer")
    if question.kind == ORDERING and sorted(right) != list(range(n)):
        return _("the right place of each")
    return ""
