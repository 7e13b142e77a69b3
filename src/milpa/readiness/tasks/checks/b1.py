"""B1: the session of the card's code was opened in at most three tries, closed by the person, the PIN not saved."""

from collections.abc import Iterable, Mapping
from typing import Any

from milpa.readiness.tasks.events import Event, Kinds

VERBS: Kinds = {"sign_in": bool, "save_pin": bool, "open": None, "sign_out": None}
MOST_TRIES = 3


def replay(form: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    state: dict[str, Any] = {"tries": 0, "opened_at_try": 0, "is_open": False, "pin_saved": False}
    for act in events:
        if act.did == "sign_in":
            state["tries"] += 1
            if act.value:
                state["is_open"] = True
                state["opened_at_try"] = state["opened_at_try"] or state["tries"]
        elif act.did == "save_pin":
            state["pin_saved"] = state["pin_saved"] or act.value
        elif act.did == "sign_out":
            state["is_open"] = False
    return state


def unmet(form: Mapping[str, Any], state: Mapping[str, Any]) -> list[str]:
    if not state["opened_at_try"]:
        return ["not_opened"]
    missing = {
        "too_many_tries": state["opened_at_try"] > MOST_TRIES,
        "left_open": state["is_open"],
        "pin_saved": state["pin_saved"],
    }
    return [code for code, is_missing in missing.items() if is_missing]
