"""A sentence kept as its message and values, so that it can be stored and said in any language."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, override

from milpa.guide.texts import Text
from milpa.web import formats


@dataclass(frozen=True, slots=True)
class Said:
    """Values may be texts (lazy ones too), numbers, dates and moments, the guide's {"es", "en"}, other sentences, and lists of these."""

    message: str
    values: dict[str, Any] = field(default_factory=dict)
    plural: str = ""

    def __str__(self) -> str:
        values = {name: _read_aloud(value) for name, value in self.values.items()}
        if self.plural:
            return ngettext(self.message, self.plural, self.values["n"]).format(**values)
        return gettext(self.message).format(**values) if self.message else ""

    def plain(self) -> dict[str, Any]:
        """As JSON can keep it; `of_plain` reads it back."""
        return {"message": self.message, "values": {name: _plain(value) for name, value in self.values.items()}, "plural": self.plural}


def said(message: str, **values: Any) -> Said:
    """`said("{done} of {all} partners answered", done=2, all=3)`; the message is extracted for translation."""
    return Said(message, values)


def said_n(one: str, many: str, n: int, **values: Any) -> Said:
    """`said_n("{n} card", "{n} cards", n)`."""
    return Said(one, {"n": n, **values}, many)


def of_plain(kept: dict[str, Any]) -> Said:
    return Said(kept["message"], {name: _of_plain(value) for name, value in kept["values"].items()}, kept["plural"])


def _read_aloud(value: Any) -> Any:
    if isinstance(value, datetime):
        return formats.moment(value)
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, list | tuple):
        return ", ".join(str(_read_aloud(item)) for item in value)
    return str(Text(value)) if isinstance(value, dict) else value


def _plain(value: Any) -> Any:
    if isinstance(value, Said):
        return {"said": value.plain()}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, dict):
        return {"text": dict(value)}
    if isinstance(value, list | tuple):
        return {"list": [_plain(item) for item in value]}
    if isinstance(value, Promise):
        with override(None):
            return {"said": Said(str(value)).plain()}  # its message id
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def _of_plain(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    ((kind, kept),) = value.items()
    readers: dict[str, Any] = {
        "said": of_plain,
        "moment": datetime.fromisoformat,
        "day": date.fromisoformat,
        "text": Text,
        "list": lambda items: [_of_plain(item) for item in items],
    }
    return readers[kind](kept)
