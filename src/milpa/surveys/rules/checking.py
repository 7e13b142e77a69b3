"""What somebody answered, looked at question by question: clean values, or what does not fit and why.

A question that its conditions leave out is not asked: its answer is dropped, also where it was typed before the condition changed.
Values are kept as XForms have them: texts, ISO dates, plain numbers, several choices with a space between them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal, InvalidOperation

from milpa.surveys.rules.form import (
    CALCULATE,
    DATE,
    DECIMAL,
    INTEGER,
    MULTIPLE,
    ONE,
    RANGE,
    TIME,
    YES,
    Form,
    Placed,
    Question,
    Text,
)
from milpa.surveys.rules.reckoning import holds, string, work_out

LONGEST_TEXT = 2_000
LARGEST = Decimal(10) ** 12
DECIMALS = 6

Raw = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Problem:
    """code: required, whole, number, date, time, choice, long, constraint. `text`: the form's own words for it, if it has any."""

    code: str
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    values: dict[str, str]
    problems: dict[str, Problem]  # by question, in the order of the form

    @property
    def fits(self) -> bool:
        return not self.problems


class _Wrong(ValueError):
    """`args[0]` is the problem's code."""


def check(form: Form, raw: Raw, today: date) -> Checked:
    """Reads what was sent. Names that the form does not ask are passed over."""
    places = list(form.placed())
    values: dict[str, str] = {}
    problems: dict[str, Problem] = {}
    for place in places:
        question = place.question
        if question.asks:
            try:
                values[question.name] = clean(question, raw.get(question.name, ""))
            except _Wrong as wrong:
                problems[question.name] = Problem(str(wrong.args[0]))
    kept = relevant_values(places, values, today)
    asked = {place.question.name for place in places if is_asked(place, kept, today)}
    for place in places:
        question = place.question
        if question.name in asked and question.asks and question.name not in problems:
            problem = _problem(question, kept, today)
            if problem:
                problems[question.name] = problem
    faulty = [question.name for question in form.questions() if question.name in asked and question.name in problems]
    return Checked({name: value for name, value in kept.items() if value != ""}, {name: problems[name] for name in faulty})


def is_asked(place: Placed, values: Mapping[str, str], today: date) -> bool:
    return all(holds(condition, values, today=today) for condition in place.conditions)


def relevant_values(places: Sequence[Placed], values: Mapping[str, str], today: date) -> dict[str, str]:
    """Only the answers to questions that are asked, and what is calculated; the same however the form's conditions lean on each other.

    Dropping one answer may leave out another question: repeated until nothing changes, at most once a question.
    """
    kept = dict(values)
    for _round in places:
        before = dict(kept)
        for place in places:
            name = place.question.name
            if not is_asked(place, kept, today):
                kept.pop(name, None)
            elif place.question.kind == CALCULATE:
                kept[name] = string(work_out(place.question.calculation, kept, today=today))
            elif name not in kept and name in values:
                kept[name] = values[name]
        if kept == before:
            break
    return kept


def _problem(question: Question, values: Mapping[str, str], today: date) -> Problem | None:
    value = values.get(question.name, "")
    if value == "":
        return Problem("required", question.required_message) if is_required(question, values, today) else None
    if question.constraint and not holds(question.constraint, values, value, today):
        return Problem("constraint", question.constraint_message)
    return None


def is_required(question: Question, values: Mapping[str, str], today: date) -> bool:
    word = question.required.strip().lower()
    if word in ("", "no", "false", "false()"):
        return False
    return word in ("yes", "true", "true()") or holds(question.required, values, today=today)


def default_of(question: Question, today: date) -> str:
    """What stands in the field before anybody has answered."""
    if question.default.strip() == "today()":
        return today.isoformat()
    return question.default


def clean(question: Question, raw: str | Sequence[str]) -> str:
    """The answer as it is kept; "" for none. Raises _Wrong."""
    if question.kind == MULTIPLE:
        return _several(question, raw.split() if isinstance(raw, str) else raw)
    text = raw if isinstance(raw, str) else next(iter(raw), "")
    text = text.replace("\r\n", "\n").replace("\0", "").strip()
    if not text:
        return ""
    if question.kind in (INTEGER, DECIMAL):
        return _figure(text, whole=question.kind == INTEGER)
    if question.kind in (DATE, TIME):
        return _moment(text, question.kind)
    if question.kind in (ONE, RANGE, YES):
        fitting = {ONE: [one.name for one in question.choices], RANGE: question.scale, YES: ("OK",)}[question.kind]
        if text not in fitting:
            raise _Wrong("choice")
        return text
    if len(text) > LONGEST_TEXT:
        raise _Wrong("long")
    return text


def _several(question: Question, names: Sequence[str]) -> str:
    chosen = [name for name in names if name]
    if any(question.choice(name) is None for name in chosen):
        raise _Wrong("choice")
    return " ".join(one.name for one in question.choices if one.name in chosen)


def _figure(text: str, whole: bool) -> str:
    """1,250.50 and 12,5 are read as people here write them: a comma before three figures parts thousands, before one or two decimals."""
    plain = text.removeprefix("Q").replace(" ", "").replace("\u00a0", "")
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"-?\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    try:
        value = Decimal(plain) if re.fullmatch(r"-?(\d+(\.\d*)?|\.\d+)", plain) else Decimal("NaN")
    except InvalidOperation:  # more figures than a Decimal takes
        value = Decimal("NaN")
    if value.is_nan() or abs(value) >= LARGEST:
        raise _Wrong("whole" if whole else "number")
    if whole and value != value.to_integral_value():
        raise _Wrong("whole")
    shown = format(value.quantize(Decimal(1).scaleb(-DECIMALS)), "f").rstrip("0").rstrip(".")
    return "0" if shown in ("", "-0") else shown


def _moment(text: str, kind: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if kind == DATE else time.fromisoformat(text).strftime("%H:%M")
    except ValueError:
        raise _Wrong(kind) from None
