"""A survey as a page draws it: plain values in the reader's language, with what was typed and what does not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from milpa.surveys import xlsform
from milpa.surveys.rules.checking import Checked, Problem, default_of
from milpa.surveys.rules.expressions import Tree, parse
from milpa.surveys.rules.form import CALCULATE, Choice, Form, Group, Placed, Question, Text, said

MANY = 8  # choices stand beside each other from here on

Typed = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    image: str  # addresses, "" where there is none
    audio: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `when`: the trees of its conditions, which the page works out; `only_if`: the same in words, for paper."""

    name: str
    kind: str
    number: int  # of those that can be answered, 0 for others
    label: str
    hint: str
    required: bool
    value: str
    options: list[Option]
    error: str
    audio: str
    image: str
    is_long: bool
    across: bool
    when: list[Tree]
    only_if: str
    calculation: Tree | None


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the page; `when` are the conditions of its group, which its questions carry too."""

    title: str
    hint: str
    only_if: str
    questions: list[Asked]


@dataclass(frozen=True, slots=True)
class Sheet:
    parts: list[Part]
    asked: int
    today: str
    errors: list[dict[str, str]]  # as `ui.form_errors` takes them


def sheet_of(form: Form, today: date, typed: Typed | None = None, checked: Checked | None = None) -> Sheet:
    """`typed`: what the form holds, else its defaults; `checked`: what did not fit of it."""
    reader = _Reader(form, today, typed, checked)
    numbers = {question.name: place for place, question in enumerate(form.asked(), start=1)}
    places = {place.question.name: place for place in form.placed()}
    parts = []
    for section in form.sections():
        inner = Form("", "", "", (), section.children).questions()
        questions = [reader.asked(places[question.name], numbers.get(question.name, 0)) for question in inner]
        parts.append(reader.part(section.group, questions))
    return Sheet(parts, len(numbers), today.isoformat(), reader.errors)


class _Reader:
    def __init__(self, form: Form, today: date, typed: Typed | None, checked: Checked | None) -> None:
        self.form, self.today, self.typed = form, today, typed
        self.problems = checked.problems if checked else {}
        self.language = (get_language() or "es")[:2]
        self.errors: list[dict[str, str]] = []

    def say(self, text: Text | None) -> str:
        return said(text, self.language)

    def value(self, question: Question) -> list[str]:
        if self.typed is None:
            return default_of(question, self.today).split(" ") if question.choices else [default_of(question, self.today)]
        given = self.typed.get(question.name, "")
        if not isinstance(given, str):
            return list(given)
        return given.split() if question.kind == "select_multiple" else [given]

    def part(self, group: Group | None, questions: list[Asked]) -> Part:
        if group is None:
            return Part("", "", "", questions)
        only_if = self.condition(parse(group.relevant)) if group.relevant else ""
        return Part(self.say(group.label), self.say(group.hint), only_if, questions)

    def asked(self, place: Placed, number: int) -> Asked:
        question = place.question
        value = self.value(question)
        label = self.say(question.label) or question.name
        error = self.told(question, label)
        return Asked(
            name=question.name,
            kind=question.kind,
            number=number,
            label=label,
            hint=self.say(question.hint),
            required=question.required.lower() in ("yes", "true", "true()"),
            value=value[0] if value else "",
            options=self.options(question, value),
            error=error,
            audio=media(self.say(question.audio)),
            image=media(self.say(question.image)),
            is_long="multiline" in question.appearance,
            across="likert" in question.appearance or question.kind == "range" or len(question.choices) > MANY,
            when=[parse(condition) for condition in place.conditions],
            only_if=self.condition(parse(question.relevant)) if question.relevant else "",
            calculation=parse(question.calculation) if question.kind == CALCULATE else None,
        )

    def told(self, question: Question, label: str) -> str:
        problem = self.problems.get(question.name)
        if problem is None:
            return ""
        words = self.say(problem.text) or sentence(problem)
        self.errors.append({"label": label, "message": words, "id": f"id_{question.name}"})
        return words

    def options(self, question: Question, value: list[str]) -> list[Option]:
        if question.kind == "range":
            return [Option(point, point, "", "", point in value) for point in question.scale]
        return [self.option(choice, value) for choice in question.choices]

    def option(self, choice: Choice, value: list[str]) -> Option:
        label = self.say(choice.label) or choice.name
        return Option(choice.name, label, media(self.say(choice.image)), media(self.say(choice.audio)), choice.name in value)

    def condition(self, tree: Tree) -> str:
        """A condition as one reads it on paper."""
        told = _equality(tree)
        if told is None:
            return _("Answer only if it applies to you.")
        name, choice, holds = told
        question = self.form.question(name)
        offered = question.choice(choice)
        values = {"question": self.say(question.label), "answer": self.say(offered.label) if offered else choice}
        sentence = _("Only if you answered “{answer}” to “{question}”.") if holds else _("Not if you answered “{answer}” to “{question}”.")
        return sentence.format(**values)


def _equality(tree: Tree) -> tuple[str, str, bool] | None:
    """(question, choice, whether it is or is not) of `${a} = 'b'`, `${a} != 'b'`, `selected(${a}, 'b')` and its `not`."""
    if tree[0] == "not":
        inner = _equality(tree[1])
        return (inner[0], inner[1], not inner[2]) if inner else None
    if tree[0] in ("=", "!=", "selected") and tree[1][0] == "ref" and tree[2][0] == "words" and tree[2][1]:
        return tree[1][1], tree[2][1], tree[0] != "!="
    return None


def sentence(problem: Problem) -> str:
    """What does not fit, where the survey says nothing of its own."""
    return {
        "required": _("This question needs an answer."),
        "whole": _("Write a whole number, such as 12."),
        "number": _("Write a number, such as 12 or 12.50."),
        "date": _("Write the day as 2026-02-28."),
        "time": _("Write the hour as 14:30."),
        "choice": _("Choose one of the answers that are offered."),
        "long": _("Write it shorter: at most 2,000 letters."),
        "constraint": _("This answer does not fit the question."),
    }[problem.code]


def media(name: str) -> str:
    """The address of a face or a recording that comes with Milpa, "" for one that we do not have."""
    return reverse("surveys:media", args=[name]) if name and (xlsform.MEDIA / name).is_file() and "/" not in name else ""
