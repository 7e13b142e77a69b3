"""The formats in which statements are given out (1.0.3, 2.1.3; IEEE 9274.1.1, 4.1.6.1). `exact` is the statement as it was kept."""

from collections.abc import Callable, Sequence
from typing import Any

from milpa.records.rules.activities import COMPONENTS
from milpa.records.rules.agents import IDENTIFIERS
from milpa.records.rules.languages import in_one

Plain = dict[str, Any]
Change = Callable[[Plain], Plain]


def ids(statement: Plain) -> Plain:
    """Agents, groups, verbs and activities with only what tells which they are."""
    return _changed(statement, actor=_who, verb=lambda verb: {"id": verb["id"]}, activity=lambda activity: {"id": activity["id"]})


def canonical(statement: Plain, languages: Sequence[str], definition: Callable[[str], Plain | None]) -> Plain:
    """Activities with the definition that the store holds, verbs and activities in the one language that suits best.

    languages: as `languages.wished` reads them from Accept-Language. definition: what the store holds for an activity's address, or None.
    """

    def verb(plain: Plain) -> Plain:
        return {**plain, "display": in_one(plain["display"], languages)} if "display" in plain else plain

    def activity(plain: Plain) -> Plain:
        held = definition(plain["id"])
        known = plain.get("definition") if held is None else held
        return plain if known is None else {**plain, "definition": _in_one_language(known, languages)}

    return _changed(statement, actor=lambda actor: actor, verb=verb, activity=activity)


def _who(actor: Plain) -> Plain:
    least = {name: value for name, value in actor.items() if name in IDENTIFIERS or name == "objectType"}
    if IDENTIFIERS.isdisjoint(least):
        least["member"] = [_who(member) for member in actor.get("member", [])]
    return least


def _in_one_language(definition: Plain, languages: Sequence[str]) -> Plain:
    one = dict(definition)
    for name in ("name", "description"):
        if name in one:
            one[name] = in_one(one[name], languages)
    for name in COMPONENTS.intersection(one):
        one[name] = [
            {**component, "description": in_one(component["description"], languages)} if "description" in component else component
            for component in one[name]
        ]
    return one


def _changed(part: Plain, actor: Change, verb: Change, activity: Change) -> Plain:
    """A copy of a statement or sub-statement, with a change for each actor, verb and activity wherever they stand."""
    changed = {**part, "actor": actor(part["actor"]), "verb": verb(part["verb"])}
    kind = part["object"].get("objectType", "Activity")
    if kind == "Activity":
        changed["object"] = activity(part["object"])
    elif kind in ("Agent", "Group"):
        changed["object"] = actor(part["object"])
    elif kind == "SubStatement":
        changed["object"] = _changed(part["object"], actor, verb, activity)
    if "authority" in part:
        changed["authority"] = actor(part["authority"])
    if "context" in part:
        changed["context"] = _context(part["context"], actor, activity)
    return changed


def _context(context: Plain, actor: Change, activity: Change) -> Plain:
    changed = dict(context)
    for name in ("instructor", "team"):
        if name in context:
            changed[name] = actor(context[name])
    for name, inner in (("contextAgents", "agent"), ("contextGroups", "group")):
        if name in context:
            changed[name] = [{**one, inner: actor(one[inner])} for one in context[name]]
    if "contextActivities" in context:
        changed["contextActivities"] = {
            name: [activity(one) for one in (some if isinstance(some, list) else [some])]
            for name, some in context["contextActivities"].items()
        }
    return changed
