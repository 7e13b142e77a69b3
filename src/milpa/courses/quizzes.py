"""A lesson's questions as the scoring rule takes them, and what a form sends as answers."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from milpa.courses.models.course import CHOICE, MULTIPLE, NUMBER, ORDERING
from milpa.courses.pinned import Lesson, Question
from milpa.courses.rules import scoring

MONEY = ("Q", "US$", "$")
Answers = dict[str, str | list[str]]  # question -> positions or what was typed


def rule_of(question: Question) -> scoring.Question:
    if question.kind == CHOICE:
        return scoring.Choice(question.right[0])
    if question.kind == MULTIPLE:
        return scoring.Multiple(frozenset(question.right))
    if question.kind == ORDERING:
        return scoring.Ordering(question.right)
    if question.kind == NUMBER and question.value is not None:
        return scoring.Number(question.value, question.tolerance)
    return scoring.ShortText(question.accepted)


def scored(lesson: Lesson, answers: Mapping[str, str | list[str]]) -> scoring.QuizScore:
    return scoring.quiz_score(
        {question.id: rule_of(question) for question in lesson.questions},
        dict(answers),
        lesson.pass_share,
        {question.id: question.points for question in lesson.questions},
    )


def points_of(lesson: Lesson) -> int:
    return sum(question.points for question in lesson.questions)


def answers_in(lesson: Lesson, sent: Any) -> Answers:
    """What a form (a QueryDict) says: `q-<id>` of each question; of one to order, the place given to each option.

    A question to order counts as answered when every option has a place; equal places keep the order in which they stand.
    """
    found: Answers = {}
    for question in lesson.questions:
        if question.kind == ORDERING:
            if placed := _ordered(question, sent):
                found[question.id] = placed
        elif question.kind == MULTIPLE:
            if marked := sent.getlist(f"q-{question.id}"):
                found[question.id] = list(marked)
        elif typed := str(sent.get(f"q-{question.id}", "")).strip():
            found[question.id] = typed
    return found


def _ordered(question: Question, sent: Any) -> list[str]:
    places = [sent.get(f"q-{question.id}-{position}", "") for position in range(len(question.options))]
    if not all(place.isdigit() for place in places):
        return []
    return [str(position) for position in sorted(range(len(places)), key=lambda position: (int(places[position]), position))]


def missing(lesson: Lesson, answers: Answers) -> list[Question]:
    return [question for question in lesson.questions if question.id not in answers]


def right_words(question: Question) -> list[str]:
    """The right answer in words, as it is shown after answering."""
    if question.kind == NUMBER:
        return [_with_unit(question.value, question.unit)] if question.value is not None else []
    if question.kind in (CHOICE, MULTIPLE, ORDERING):
        return [question.options[int(position)] for position in question.right]
    return [question.accepted[0]] if question.accepted else []


def _with_unit(value: Decimal, unit: str) -> str:
    """As it is written in Guatemala: Q 1,250, 150 noches."""
    figure = f"{value.normalize():,f}"
    return f"{unit} {figure}" if unit in MONEY else f"{figure} {unit}".strip()
