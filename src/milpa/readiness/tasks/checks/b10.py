"""B10: downloads wait for Wi-Fi, the finished lesson is off the phone, and the one with answers waiting is still there."""

from collections.abc import Iterable, Mapping
from typing import Any

from milpa.readiness.tasks.events import Event, Kinds

VERBS: Kinds = {"wifi_only": bool, "ask_remove": None, "remove": None, "keep": None}


def replay(form: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    state: dict[str, Any] = {"wifi_only": False, "on_phone": [lesson["n"] for lesson in form["lessons"]]}
    for act in events:
        if act.did == "wifi_only":
            state["wifi_only"] = act.value
        elif act.did == "remove":
            state["on_phone"] = [lesson for lesson in state["on_phone"] if lesson != act.what]
    return state


def unmet(form: Mapping[str, Any], state: Mapping[str, Any]) -> list[str]:
    gone = {lesson["is"] for lesson in form["lessons"] if lesson["n"] not in state["on_phone"]}
    missing = {
        "wifi_only_off": not state["wifi_only"],
        "finished_still_there": "finished" not in gone,
        "answers_lost": "pending" in gone,
        "another_removed": "begun" in gone,
    }
    return [code for code, is_missing in missing.items() if is_missing]
