"""B7: the right code in its field, a new six-digit PIN typed twice that is not easy, and the code given to nobody.

The phone reports of PINs and codes only whether they match; neither ever travels.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from milpa.readiness.tasks.events import Event, Kinds

VERBS: Kinds = {
    "forgot": None,
    "open": None,
    "reply": None,
    "type_code": bool,
    "new_pin_matches": bool,
    "new_pin_is_six_digits": bool,
    "new_pin_is_easy": bool,
}


def replay(form: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    state: dict[str, Any] = {"asked": False, "code_right": False, "code_given": False, "pin_set": False, "pin_is_easy": False}
    said = {"new_pin_matches": False, "new_pin_is_six_digits": False}
    for act in events:
        if act.did == "forgot":
            state["asked"] = True
        elif act.did == "type_code" and state["asked"]:
            state["code_right"] = state["code_right"] or act.value
        elif act.did == "reply" and act.what == "code":
            state["code_given"] = True
        elif act.did in said:
            said[act.did] = bool(act.value)
        elif act.did == "new_pin_is_easy" and state["code_right"] and all(said.values()):
            state.update(pin_set=True, pin_is_easy=act.value)
    return state


def unmet(form: Mapping[str, Any], state: Mapping[str, Any]) -> list[str]:
    missing = {
        "code_given_away": state["code_given"],
        "code_not_typed": not state["code_right"],
        "pin_not_set": not state["pin_set"],
        "pin_is_easy": state["pin_is_easy"],
    }
    return [code for code, is_missing in missing.items() if is_missing]
