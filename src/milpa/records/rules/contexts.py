"""Around it: which attempt, which course, with whom; from 2.0.0 also people and groups with the part they had."""

from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.activities import activity
from milpa.records.rules.agents import actor, agent, group
from milpa.records.rules.extensions import extensions
from milpa.records.rules.iris import iri
from milpa.records.rules.languages import language
from milpa.records.rules.problems import Malformed, Version
from milpa.records.rules.references import reference
from milpa.records.rules.shapes import Check, each, shape
from milpa.records.rules.uuids import uuid
from milpa.records.rules.values import one_of, text

RELATIONS = ("parent", "grouping", "category", "other")

_some_activities = each(activity)


def activities(value: Any) -> None:
    """A list of activities; one alone is taken too, and becomes a list when it is stored."""
    if value.__class__ is dict:
        activity(value)
    else:
        _some_activities(value)


_some_types = each(iri)


def relevant_types(value: Any) -> None:
    _some_types(value)
    if not value:
        raise Malformed("", problems.said("This may be left out, but not be empty."))


context_agent = shape(
    {"objectType": one_of("contextAgent"), "agent": agent, "relevantTypes": relevant_types}, required=("objectType", "agent")
)
context_group = shape(
    {"objectType": one_of("contextGroup"), "group": group, "relevantTypes": relevant_types}, required=("objectType", "group")
)

_KNOWN: dict[str, Check] = {
    "registration": uuid,
    "instructor": actor,
    "team": group,
    "contextActivities": shape(dict.fromkeys(RELATIONS, activities)),
    "revision": text,
    "platform": text,
    "language": language,
    "statement": reference,
    "extensions": extensions,
}
_SINCE_2 = {"contextAgents": each(context_agent), "contextGroups": each(context_group)}

CONTEXT: dict[Version, Check] = {"1.0.3": shape(_KNOWN), "2.0.0": shape({**_KNOWN, **_SINCE_2})}


def only_with_an_activity(statement: dict[str, Any]) -> None:
    """Revision and platform say something of an activity, so they stand only beside one."""
    context = statement.get("context")
    if context and statement["object"].get("objectType", "Activity") != "Activity":
        for name in ("revision", "platform"):
            if name in context:
                raise Malformed(f"context.{name}", problems.said("This may only stand where the object is an activity."))
