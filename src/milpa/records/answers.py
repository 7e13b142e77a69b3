"""An answer as people read it: each part in words, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.records.rules import answers
from milpa.records.rules.answers import Answer, Range, Value
from milpa.web import formats

LONGEST = 400  # letters of one part


@dataclass(frozen=True, slots=True)
class Words:
    """`parts`: one a line. `is_ordered`: their order is what was answered. `more`: how many are not shown, in words."""

    parts: tuple[str, ...]
    is_ordered: bool = False
    more: str = ""

    def __str__(self) -> str:
        """On one line."""
        said = [f"{n}. {part}" for n, part in enumerate(self.parts, start=1)] if self.is_ordered else self.parts
        return "; ".join([*said, *([self.more] if self.more else [])])


def in_words(definition: Mapping[str, Any] | None, response: str, language: str) -> Words:
    """By what the definition says of the ids in it; as it is stored where it says nothing."""
    answer = answers.read(definition or {}, response, [language])
    return Words((_cut(response),)) if answer is None else _words(answer)


def _words(answer: Answer) -> Words:
    more = ngettext("and {n} more", "and {n} more", answer.more).format(n=formats.number(answer.more)) if answer.more else ""
    parts = tuple(" → ".join(_value(value) or _("nothing") for value in part) for part in answer.parts)
    return Words(parts, answer.is_ordered, more)


def _value(value: Value) -> str:
    if isinstance(value, Range):
        return _range(value)
    if isinstance(value, bool):
        return _("true") if value else _("false")
    return _cut(value)


def _range(value: Range) -> str:
    low, high = _cut(value.low), _cut(value.high)
    if low and high:
        return _("{low} to {high}").format(low=low, high=high)
    return _("at least {n}").format(n=low) if low else _("at most {n}").format(n=high)


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"
