"""The object of a statement: an activity (also when it doesn't say what it is), an agent, a group, a statement, or one told of."""

from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.activities import activity
from milpa.records.rules.agents import actor, agent, group
from milpa.records.rules.attachments import attachments
from milpa.records.rules.contexts import CONTEXT, only_with_an_activity
from milpa.records.rules.problems import Malformed, Version
from milpa.records.rules.references import reference, voiding_refers
from milpa.records.rules.results import result
from milpa.records.rules.shapes import Check, shape
from milpa.records.rules.times import moment_of
from milpa.records.rules.values import one_of
from milpa.records.rules.verbs import verb


def agrees(statement: dict[str, Any]) -> None:
    """What ties the parts of a statement to each other."""
    voiding_refers(statement)
    only_with_an_activity(statement)


def _dispatch(kinds: dict[str, Check]) -> Check:
    def check(value: Any) -> None:
        if value.__class__ is not dict:
            raise Malformed("", problems.NOT_AN_OBJECT)
        kind = value.get("objectType", "Activity")
        rule = kinds.get(kind) if kind.__class__ is str else None
        if rule is None:
            raise Malformed("objectType", problems.NOT_ONE_OF, these=", ".join(kinds))
        rule(value)

    return check


_KINDS: dict[str, Check] = {"Activity": activity, "Agent": agent, "Group": group, "StatementRef": reference}


def parts_of(version: Version) -> dict[str, Check]:
    """What a statement and a sub-statement have in common, but their object."""
    return {
        "actor": actor,
        "verb": verb,
        "result": result,
        "context": CONTEXT[version],
        "timestamp": moment_of(version),
        "attachments": attachments,
    }


def _substatement(version: Version) -> Check:
    """It has no id, no time of storing, no authority, no version, and tells of no further one."""
    known = {"objectType": one_of("SubStatement"), "object": _dispatch(_KINDS), **parts_of(version)}
    return shape(known, required=("objectType", "actor", "verb", "object"), also=agrees)


def _object(version: Version) -> Check:
    return _dispatch({**_KINDS, "SubStatement": _substatement(version)})


OBJECT: dict[Version, Check] = {"1.0.3": _object("1.0.3"), "2.0.0": _object("2.0.0")}
