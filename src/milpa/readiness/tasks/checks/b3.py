"""B3: the lesson asked for, and no other, is stored, its download began on Wi-Fi, and it was opened without signal."""

from collections.abc import Iterable, Mapping
from typing import Any

from milpa.readiness.tasks.events import Event, Kinds

VERBS: Kinds = {"connect": None, "ask_data": None, "download": None, "stored": None, "remove": None, "open": None, "signal": None}


def replay(form: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    begun: dict[str, str] = {}
    state: dict[str, Any] = {"link": "data", "stored": {}, "opened_without_signal": False}
    for act in events:
        if act.did == "connect":
            state["link"] = "wifi"
        elif act.did == "signal":
            state["link"] = act.what
        elif act.did == "download":
            begun[act.what] = state["link"]
        elif act.did == "stored" and act.what in begun:
            state["stored"][act.what] = begun[act.what]
        elif act.did == "remove":
            state["stored"].pop(act.what, None)
        elif act.did == "open" and act.what == form["lesson"] in state["stored"] and state["link"] == "off":
            state["opened_without_signal"] = True
    return state


def unmet(form: Mapping[str, Any], state: Mapping[str, Any]) -> list[str]:
    stored = state["stored"]
    if form["lesson"] not in stored:
        return ["lesson_not_stored"] + ["another_stored"] * bool(stored)
    missing = {
        "another_stored": len(stored) > 1,
        "not_on_wifi": stored[form["lesson"]] != "wifi",
        "not_opened_without_signal": not state["opened_without_signal"],
    }
    return [code for code, is_missing in missing.items() if is_missing]
