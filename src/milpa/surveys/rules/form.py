"""A survey as data: groups of questions, after the XLSForm standard (xlsform.org).

Texts are {language: text}; a form without translations has its texts under "". What was asked is kept with the survey as plain
values: `plain` writes them and `of_plain` reads every version that was ever written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

VERSION = 1

TEXT, INTEGER, DECIMAL, DATE, TIME = "text", "integer", "decimal", "date", "time"
ONE, MULTIPLE, RANGE, YES, NOTE, CALCULATE = "select_one", "select_multiple", "range", "acknowledge", "note", "calculate"
KINDS = (TEXT, INTEGER, DECIMAL, DATE, TIME, ONE, MULTIPLE, RANGE, YES, NOTE, CALCULATE)
FIGURES = (INTEGER, DECIMAL, RANGE)
ASKS_NOTHING = (NOTE, CALCULATE)

Text = Mapping[str, str]


class UnknownVersion(ValueError):
    """The plain values were written by a newer Milpa; `args` holds their version."""


@dataclass(frozen=True, slots=True)
class Choice:
    name: str
    label: Text
    image: Text
    audio: Text


@dataclass(frozen=True, slots=True)
class Question:
    """`relevant`, `constraint`, `calculation`, `required`: expressions, "" where there is none; `required` may be "yes"."""

    name: str
    kind: str
    label: Text
    hint: Text
    audio: Text
    image: Text
    required: str = ""
    required_message: Text | None = None
    relevant: str = ""
    constraint: str = ""
    constraint_message: Text | None = None
    calculation: str = ""
    default: str = ""
    appearance: str = ""
    start: str = ""  # of a range
    end: str = ""
    step: str = ""
    choices: tuple[Choice, ...] = ()
    row: int = 0  # in the sheet it came from

    @property
    def asks(self) -> bool:
        return self.kind not in ASKS_NOTHING

    @property
    def scale(self) -> tuple[str, ...]:
        """The points of a range, as they are answered."""
        first, last, step = int(self.start or 1), int(self.end or 10), int(self.step or 1)
        return tuple(str(point) for point in range(first, last + (1 if step > 0 else -1), step))

    def choice(self, name: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.name == name), None)


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    label: Text
    hint: Text
    relevant: str
    children: tuple["Group | Question", ...]
    row: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A question with the conditions of the groups around it, the outermost first, and its own last."""

    question: Question
    conditions: tuple[str, ...]
    group: Group | None  # the one that it stands in


@dataclass(frozen=True, slots=True)
class Form:
    id: str
    title: str
    version: str
    languages: tuple[str, ...]  # codes: "es", "en"; ("",) for a form without translations
    children: tuple[Group | Question, ...]

    def placed(self) -> Iterator[Placed]:
        """Every question in the order of the form."""
        yield from _placed(self.children, (), None)

    def questions(self) -> tuple[Question, ...]:
        return tuple(place.question for place in self.placed())

    def asked(self) -> tuple[Question, ...]:
        """The questions that can be answered."""
        return tuple(question for question in self.questions() if question.asks)

    def question(self, name: str) -> Question:
        """Raises KeyError."""
        for question in self.questions():
            if question.name == name:
                return question
        raise KeyError(name)

    def sections(self) -> tuple["Section", ...]:
        """The form page by page: each outermost group, and what stands between groups."""
        return tuple(_sections(self.children))


@dataclass(frozen=True, slots=True)
class Section:
    """One page: an outermost group with all that lies in it, or the questions between two of them (`group` is None)."""

    group: Group | None
    children: tuple[Group | Question, ...]


def said(text: Text | None, language: str) -> str:
    """The text in the language, else in the form's first one."""
    if not text:
        return ""
    return text.get(language) or next((words for words in text.values() if words), "")


def _placed(children: tuple[Group | Question, ...], conditions: tuple[str, ...], group: Group | None) -> Iterator[Placed]:
    for child in children:
        own = (*conditions, child.relevant) if child.relevant else conditions
        if isinstance(child, Group):
            yield from _placed(child.children, own, child)
        else:
            yield Placed(child, own, group)


def _sections(children: tuple[Group | Question, ...]) -> Iterator[Section]:
    loose: list[Group | Question] = []
    for child in children:
        if isinstance(child, Question):
            loose.append(child)
            continue
        if loose:
            yield Section(None, tuple(loose))
            loose = []
        yield Section(child, child.children)
    if loose:
        yield Section(None, tuple(loose))


def plain(form: Form) -> dict[str, Any]:
    """As JSON can keep it; what is empty is left out."""
    return {
        "form_version": VERSION,
        "id": form.id,
        "title": form.title,
        "version": form.version,
        "languages": list(form.languages),
        "children": [_plain(child) for child in form.children],
    }


def of_plain(kept: Mapping[str, Any]) -> Form:
    """Raises UnknownVersion."""
    if kept.get("form_version") != VERSION:
        raise UnknownVersion(kept.get("form_version"))
    children = tuple(_of_plain(child) for child in kept["children"])
    return Form(kept["id"], kept["title"], kept["version"], tuple(kept["languages"]), children)


def _plain(child: Group | Question) -> dict[str, Any]:
    if isinstance(child, Group):
        around = {"label": dict(child.label), "hint": dict(child.hint), "relevant": child.relevant, "row": child.row}
        return {"group": child.name, "children": [_plain(inner) for inner in child.children]} | _filled(around)
    values: dict[str, Any] = {name: getattr(child, name) for name in Question.__slots__}
    values["choices"] = [_plain_choice(choice) for choice in child.choices]
    return _filled({name: dict(value) if isinstance(value, Mapping) else value for name, value in values.items()})


def _plain_choice(choice: Choice) -> dict[str, Any]:
    return {"name": choice.name} | _filled({name: dict(getattr(choice, name)) for name in ("label", "image", "audio")})


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _of_plain(kept: Mapping[str, Any]) -> Group | Question:
    texts = {name: kept.get(name, {}) for name in ("label", "hint")}
    if "group" in kept:
        children = tuple(_of_plain(child) for child in kept["children"])
        return Group(kept["group"], relevant=kept.get("relevant", ""), children=children, row=kept.get("row", 0), **texts)
    values = dict(kept) | texts | {name: kept.get(name, {}) for name in ("audio", "image")}
    values["choices"] = tuple(
        Choice(one["name"], one.get("label", {}), one.get("image", {}), one.get("audio", {})) for one in kept.get("choices", ())
    )
    return Question(**values)
