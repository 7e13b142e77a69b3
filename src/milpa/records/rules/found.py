"""By what a statement is found: the terms of its postings.

IEEE 9274.1.1, 4.1.6.1 (filters of GET statements): `agent` names the actor or object, or a member of a group there; `related_agents` also
authority, instructor, team and the agents of the context, in the statement and in a SubStatement; `activity` the object;
`related_activities` also the activities of the context and of a SubStatement.
"""

from collections.abc import Iterator
from typing import Any

from milpa.records.rules.actors import key, keys, members
from milpa.records.rules.verbs import VOIDED

AGENT, VERB, ACTIVITY, REGISTRATION, ANY, WRITER, TARGET = range(1, 8)

Key = tuple[int, str]  # kind, value


def terms(statement: dict[str, Any], writer: str = "") -> dict[Key, int]:
    """(kind, value) -> 0 if the plain filter names it, 1 if only the related one does. `writer`: the credential that stored it."""
    found: dict[Key, int] = {}
    for agent in _main_agents(statement):
        found[AGENT, agent] = 0
    thing = statement["object"]
    kind = thing.get("objectType", "Activity")
    if kind == "Activity":
        found[ACTIVITY, thing["id"]] = 0
    context = statement.get("context")
    if context:
        _around(context, found)
        if "registration" in context:
            found[REGISTRATION, context["registration"].lower()] = 0
    if kind == "SubStatement":
        _inside(thing, found)
    for agent in keys(statement.get("authority")):
        found.setdefault((AGENT, agent), 1)
    found[VERB, statement["verb"]["id"]] = 0
    found[ANY, ""] = 0
    if writer:
        found[WRITER, writer] = 0
    if kind == "StatementRef":
        found[TARGET, thing["id"].lower()] = 0
    return found


def _main_agents(statement: dict[str, Any]) -> Iterator[str]:
    yield from keys(statement["actor"])
    if statement["object"].get("objectType") in ("Agent", "Group"):
        yield from keys(statement["object"])


def _inside(sub: dict[str, Any], found: dict[Key, int]) -> None:
    for agent in _main_agents(sub):
        found.setdefault((AGENT, agent), 1)
    if sub["object"].get("objectType", "Activity") == "Activity":
        found.setdefault((ACTIVITY, sub["object"]["id"]), 1)
    if "context" in sub:
        _around(sub["context"], found)


def _around(context: dict[str, Any], found: dict[Key, int]) -> None:
    for name in ("instructor", "team"):
        for agent in keys(context.get(name)):
            found.setdefault((AGENT, agent), 1)
    for name, inner in (("contextAgents", "agent"), ("contextGroups", "group")):
        for one in context.get(name, ()):
            for agent in keys(one.get(inner)):
                found.setdefault((AGENT, agent), 1)
    for activities in context.get("contextActivities", {}).values():
        for activity in activities if isinstance(activities, list) else [activities]:
            found.setdefault((ACTIVITY, activity["id"]), 1)


def named(statement: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Everybody in the statement, or in the statement in it, who has a name of their own and is called something."""
    inner = statement["object"]
    context = statement.get("context", {})
    everybody = [statement["actor"], context.get("instructor"), context.get("team")]
    everybody += [one["agent"] for one in context.get("contextAgents", ())] + [one["group"] for one in context.get("contextGroups", ())]
    if inner.get("objectType") in ("Agent", "Group"):
        everybody.append(inner)
    for agent in everybody:
        for one in () if agent is None else (agent, *members(agent)):
            if "name" in one and key(one) is not None:
                yield one
    if inner.get("objectType") == "SubStatement":
        yield from named(inner)


def target(statement: dict[str, Any]) -> str | None:
    """The id of the statement that this one refers to."""
    thing = statement["object"]
    return thing["id"].lower() if thing.get("objectType") == "StatementRef" else None


def is_voiding(statement: dict[str, Any]) -> bool:
    return bool(statement["verb"]["id"] == VOIDED)


def activities(statement: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every activity that is named anywhere in the statement, with its definition if it has one."""
    for one in (statement, statement["object"] if statement["object"].get("objectType") == "SubStatement" else None):
        if one is None:
            continue
        if one["object"].get("objectType", "Activity") == "Activity":
            yield one["object"]
        for some in one.get("context", {}).get("contextActivities", {}).values():
            yield from some if isinstance(some, list) else [some]


__all__ = ["activities", "is_voiding", "key", "keys", "named", "target", "terms"]
