"""B5: one sharp photo is attached to the right exercise and none elsewhere, and a photo was looked at in large.

The first photos come out blurred; from `sharp_from` on they are sharp.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from milpa.readiness.tasks.events import Event, Kinds

VERBS: Kinds = {"open": None, "camera": None, "shoot": None, "look": None, "attach": int, "take_off": None}


def replay(form: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    places = {place["id"] for place in form["places"]}
    state: dict[str, Any] = {"photos": 0, "looked": False, "attached": {}}
    for act in events:
        if act.did == "shoot":
            state["photos"] += 1
        elif act.did == "look" and state["photos"]:
            state["looked"] = True
        elif act.did == "attach" and act.what in places and isinstance(act.value, int) and 1 <= act.value <= state["photos"]:
            state["attached"][act.what] = act.value
        elif act.did == "take_off":
            state["attached"].pop(act.what, None)
    return state


def unmet(form: Mapping[str, Any], state: Mapping[str, Any]) -> list[str]:
    attached = state["attached"]
    if not attached:
        return ["nothing_attached"]
    missing = {
        "not_in_the_exercise": form["right"] not in attached,
        "attached_elsewhere": bool(attached.keys() - {form["right"]}),
        "blurred": attached.get(form["right"], form["sharp_from"]) < form["sharp_from"],
        "not_looked_at": not state["looked"],
    }
    return [code for code, is_missing in missing.items() if is_missing]
