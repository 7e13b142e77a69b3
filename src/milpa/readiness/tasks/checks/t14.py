"""14, with a single fault: the photo was sent, and at most two settings stand changed that did not need it."""

from collections.abc import Iterable, Mapping
from typing import Any

from milpa.readiness.tasks.events import Event, Kinds

VERBS: Kinds = {"settings": None, "photo": None, "set": bool, "send": None}
MOST_NEEDLESS = 2


def replay(form: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    state: dict[str, Any] = {"settings": dict(form["settings"]), "sent": False}
    for act in events:
        if act.did == "set" and act.what in state["settings"]:
            state["settings"][act.what] = act.value
        elif act.did == "send":
            state["sent"] = state["sent"] or is_connected(form, state["settings"])
    return state


def is_connected(form: Mapping[str, Any], settings: Mapping[str, bool]) -> bool:
    """Wi-Fi works in airplane mode too, as on a real phone; mobile data needs credit."""
    return settings["wifi"] or (not settings["airplane"] and settings["data"] and form["credit"])


def unmet(form: Mapping[str, Any], state: Mapping[str, Any]) -> list[str]:
    changed = {name for name, value in state["settings"].items() if value != form["settings"][name]}
    missing = {"not_sent": not state["sent"], "too_much_changed": len(changed - {form["fault"]}) > MOST_NEEDLESS}
    return [code for code, is_missing in missing.items() if is_missing]
