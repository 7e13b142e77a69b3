"""B2: the class was opened, nothing was installed or permitted, and its message is in view again."""

from collections.abc import Iterable, Mapping
from typing import Any

from milpa.readiness.tasks.events import Event, Kinds

VERBS: Kinds = {"open": None, "follow": None, "install": None, "permit": bool}


def replay(form: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    leads = {message["id"]: message.get("leads") for message in form["messages"]}
    state: dict[str, Any] = {"view": "list", "message": "", "class_opened": False, "installed": False, "permitted": False}
    for act in events:
        if act.did == "open":
            state.update(view="message", message=act.what)
        elif act.did == "follow":
            state.update(view="page", message=act.what)
            state["class_opened"] = state["class_opened"] or leads.get(act.what) == "class"
        elif act.did == "back":
            state["view"] = "message" if state["view"] == "page" else "list"
        elif act.did == "install":
            state["installed"] = True
        elif act.did == "permit":
            state["permitted"] = state["permitted"] or act.value
    return state


def unmet(form: Mapping[str, Any], state: Mapping[str, Any]) -> list[str]:
    missing = {
        "class_not_opened": not state["class_opened"],
        "installed_something": state["installed"],
        "permitted_something": state["permitted"],
        "message_not_in_view": not (state["view"] == "message" and state["message"] == form["right"]),
    }
    return [code for code, is_missing in missing.items() if is_missing]
