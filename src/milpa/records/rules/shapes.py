"""How an object of the standard is held to its properties: each has a rule, no other may stand there, some have to.

Made for speed: a statement is walked once, and a path is only put together while an error climbs.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed

Check = Callable[[Any], None]
"""Raises Malformed, with the path below the value it was given."""


def shape(known: Mapping[str, Check], required: Collection[str] = (), also: Check | None = None) -> Check:
    """A check for an object: `known` has the rule of each property; `also` looks at the whole once its parts are right."""
    rule_of, needed = dict(known).get, tuple(required)

    def check(value: Any) -> None:
        if value.__class__ is not dict:
            raise Malformed("", problems.NOT_AN_OBJECT)
        for key, part in value.items():
            rule = rule_of(key)
            if rule is None:
                raise _unknown(key, known)
            try:
                rule(part)
            except Malformed as problem:
                problem.within(key)
                raise
        for key in needed:
            if key not in value:
                raise Malformed(key, problems.ABSENT)
        if also is not None:
            also(value)

    return check


def _unknown(key: str, known: Mapping[str, Check]) -> Malformed:
    for name in known:
        if name.casefold() == key.casefold():
            return Malformed("", problems.OTHER_CASE, known=name).within(key)
    return Malformed("", problems.UNKNOWN).within(key)


def each(rule: Check) -> Check:
    """A check for a list, each of whose items follows the rule."""

    def check(value: Any) -> None:
        if value.__class__ is not list:
            raise Malformed("", problems.NOT_A_LIST)
        for place, item in enumerate(value):
            try:
                rule(item)
            except Malformed as problem:
                problem.within(place)
                raise

    return check
