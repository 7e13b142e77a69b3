"""Results question by question, in words and figures, as far as they may be shown."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from milpa.surveys.answered import values_of
from milpa.surveys.models import Survey
from milpa.surveys.rules.form import RANGE, YES, Question, said
from milpa.surveys.rules.summary import Middle, QuestionSummary, Summary, open_answers, summarise
from milpa.web.formats import number


@dataclass(frozen=True, slots=True)
class Row:
    answer: str
    people: int | None
    share: float | None  # of those who answered the question


@dataclass(frozen=True, slots=True)
class Told:
    """`finding`: what most answered, in a sentence; "" where nothing may be said."""

    name: str
    label: str
    answered: int
    hidden: bool
    finding: str
    rows: list[Row]
    middle: Middle | None
    several: bool


@dataclass(frozen=True, slots=True)
class Results:
    answered: int
    hidden: bool
    questions: list[Told]
    words: list[dict[str, Any]]  # {label, texts}: each open question, in an order of its own


def results_of(survey: Survey) -> Results:
    """One query."""
    form = survey.questionnaire
    answers = values_of(survey)
    summary: Summary = summarise(form, answers)
    language = (get_language() or "es")[:2]
    open_ones = open_answers(form, answers, str(survey.id))
    words = [{"label": said(form.question(name).label, language), "texts": texts} for name, texts in open_ones.items() if texts]
    return Results(summary.answered, summary.hidden, [_told(one, language) for one in summary.questions], words)


def _told(one: QuestionSummary, language: str) -> Told:
    question = one.question
    rows = [
        Row(_answer(question, count.choice, language), count.people, None if count.people is None else count.people / one.answered)
        for count in one.counts
    ]
    label = said(question.label, language) or question.name
    several = question.kind == "select_multiple"
    return Told(question.name, label, one.answered, one.hidden, _finding(one, rows), rows, one.middle, several)


def _answer(question: Question, name: str, language: str) -> str:
    choice = question.choice(name)
    return said(choice.label, language) if choice else name


def _finding(one: QuestionSummary, rows: list[Row]) -> str:
    if one.hidden:
        return ""
    if one.middle and one.question.kind != RANGE:
        return _("Half answered {n} or less.").format(n=_figure(one.middle.median))
    shown = [row for row in rows if row.people is not None and row.people > 0]
    if one.question.kind == YES or not shown:
        return ""
    first = max(shown, key=lambda row: row.people or 0)
    return _("“{answer}”: {part} of {whole}.").format(answer=first.answer, part=first.people, whole=one.answered)


def _figure(value: Any) -> str:
    return number(value, 0 if value == value.to_integral_value() else 1)
