"""The plain values of a statement. The standard takes no text for a number, nor for true or false."""

from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed
from milpa.records.rules.shapes import Check


def text(value: object) -> None:
    """Any text; it may be empty."""
    if value.__class__ is not str:
        raise Malformed("", problems.NOT_TEXT)


def boolean(value: object) -> None:
    if value.__class__ is not bool:
        raise Malformed("", problems.NOT_A_BOOLEAN)


def number(value: object) -> None:
    """An integer or a decimal; neither true (which Python counts as 1) nor what isn't a number."""
    if value.__class__ not in (int, float) or value != value:
        raise Malformed("", problems.NOT_A_NUMBER)


def whole(value: Any) -> None:
    """A whole number that isn't negative: 27, or 27.0, which JSON doesn't tell apart."""
    if not (value.__class__ is int or (isinstance(value, float) and value.is_integer())) or value < 0:
        raise Malformed("", problems.NOT_A_WHOLE_NUMBER)


def one_of(*known: str) -> Check:
    """A value of an enumeration: capitals count."""
    these = frozenset(known)

    def check(value: object) -> None:
        if value.__class__ is not str or value not in these:
            raise Malformed("", problems.NOT_ONE_OF, these=", ".join(known))

    return check
