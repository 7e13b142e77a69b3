"""What an expression comes to for given answers, as XPath 1.0 and ODK have it.

Values are texts, numbers and truths: an unanswered question is "", which as a number is no number; a date is the number of its day.
static/surveys/expressions.js does the same in the browser; one table of examples tests both.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from math import floor, isnan, nan

from milpa.surveys.rules.expressions import Tree, parse

Value = str | float | bool

ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
FIRST_DAY = date(1970, 1, 1)


def work_out(text: str, answers: Mapping[str, str], here: str = "", today: date | None = None) -> Value:
    """The value of an expression. `here` is the answer that `.` stands for. Raises UnsupportedExpression."""
    return _value(parse(text), answers, here, today or FIRST_DAY)


def holds(text: str, answers: Mapping[str, str], here: str = "", today: date | None = None) -> bool:
    """Whether the expression is true; one that is empty holds."""
    return not text.strip() or truth(work_out(text, answers, here, today))


def truth(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    return value != "" if isinstance(value, str) else not isnan(value) and value != 0


def number(value: Value) -> float:
    """nan for what is no number; a day counts from 1 January 1970."""
    if not isinstance(value, str):
        return float(value)
    text = value.strip()
    if ISO_DATE.fullmatch(text):
        try:
            return float((date.fromisoformat(text) - FIRST_DAY).days)
        except ValueError:
            return nan
    return float(text) if re.fullmatch(r"-?(\d+(\.\d*)?|\.\d+)", text) else nan


def string(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return "NaN" if isnan(value) else str(int(value)) if value == floor(value) and abs(value) < 1e15 else repr(value)
    return value


def _equal(one: Value, other: Value) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return truth(one) == truth(other)
    if isinstance(one, float) or isinstance(other, float):
        return number(one) == number(other)
    return one == other


def _divided(one: float, other: float) -> float:
    return one / other if other else nan


def _left_over(one: float, other: float) -> float:
    """With the sign of the first, as XPath has it."""
    return one - other * int(one / other) if other and not isnan(one) and not isnan(other) else nan


def _rounded(value: float, places: float = 0.0) -> float:
    if isnan(value) or isnan(places):
        return nan
    scale = 10.0 ** int(places)
    return floor(value * scale + 0.5) / scale


COMPARED: dict[str, Callable[[float, float], bool]] = {
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
}
RECKONED: dict[str, Callable[[float, float], float]] = {
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "*": lambda one, other: one * other,
    "div": _divided,
    "mod": _left_over,
}
CALLED: dict[str, Callable[..., Value]] = {
    "selected": lambda answer, name: string(name) in string(answer).split(),
    "count-selected": lambda answer: float(len(string(answer).split())),
    "not": lambda value: not truth(value),
    "string-length": lambda value: float(len(string(value))),
    "regex": lambda value, pattern: re.fullmatch(string(pattern), string(value)) is not None,
    "true": lambda: True,
    "false": lambda: False,
    "coalesce": lambda one, other: one if string(one) else other,
    "concat": lambda *parts: "".join(string(part) for part in parts),
    "contains": lambda value, part: string(part) in string(value),
    "starts-with": lambda value, part: string(value).startswith(string(part)),
    "number": number,
    "string": string,
    "int": lambda value: nan if isnan(number(value)) else float(int(number(value))),
    "round": lambda value, places=0.0: _rounded(number(value), number(places)),
}


def _value(tree: Tree, answers: Mapping[str, str], here: str, today: date) -> Value:
    head = tree[0]
    if head in ("figure", "words"):
        leaf: Value = tree[1]
        return leaf
    if head == "ref":
        return answers.get(tree[1], "")
    if head == "self":
        return here
    if head == "today":
        return today.isoformat()

    def of(part: Tree) -> Value:
        return _value(part, answers, here, today)

    if head in ("and", "or"):
        first = truth(of(tree[1]))
        return first if first == (head == "or") else truth(of(tree[2]))
    if head == "if":
        return of(tree[2]) if truth(of(tree[1])) else of(tree[3])
    if head == "minus":
        return -number(of(tree[1]))
    if head in ("=", "!="):
        return _equal(of(tree[1]), of(tree[2])) == (head == "=")
    if head in COMPARED:
        return COMPARED[head](number(of(tree[1])), number(of(tree[2])))
    if head in RECKONED:
        return RECKONED[head](number(of(tree[1])), number(of(tree[2])))
    called: Value = CALLED[head](*(of(part) for part in tree[1:]))
    return called
