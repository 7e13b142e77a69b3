"""Extensions: addresses to anything at all, null and empty ones too; only how deep they go is bounded."""

from collections.abc import Iterable
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.iris import is_iri
from milpa.records.rules.problems import Malformed

DEEPEST = 100


def extensions(value: Any) -> None:
    if value.__class__ is not dict:
        raise Malformed("", problems.NOT_AN_OBJECT)
    for key, inner in value.items():
        if not is_iri(key):
            raise Malformed("", problems.NOT_AN_IRI).within(key)
        if inner.__class__ in (dict, list):
            _not_too_deep(inner, key)


def _items(value: Any) -> Iterable[Any]:
    items: Iterable[Any] = value.values() if value.__class__ is dict else value
    return items


def _not_too_deep(value: Any, key: str) -> None:
    """Level by level: no recursion that a hostile statement could exhaust."""
    level, depth = [value], 1
    while level := [inner for item in level for inner in _items(item) if inner.__class__ in (dict, list)]:
        depth += 1
        if depth > DEEPEST:
            raise Malformed("", problems.TOO_DEEP, deepest=DEEPEST).within(key)
