"""B9: the audio was played to its end above volume zero and repeated, the type is at 150 % or more, the language
setting was opened, and the number that was said is answered."""

from collections.abc import Iterable, Mapping
from typing import Any

from milpa.readiness.tasks.events import Event, Kinds

VERBS: Kinds = {"play": None, "ended": None, "volume": int, "size": int, "text_language": None, "set_text": None, "number": int}
LARGE = 150


def replay(form: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    state: dict[str, Any] = {"plays": 0, "heard": False, "volume": 0, "size": 100, "language_opened": False, "number": None}
    for act in events:
        if act.did == "play":
            state["plays"] += 1
        elif act.did == "ended" and state["plays"]:
            state["heard"] = state["heard"] or state["volume"] > 0
        elif act.did in ("volume", "size", "number"):
            state[act.did] = act.value
        elif act.did == "text_language":
            state["language_opened"] = True
    return state


def unmet(form: Mapping[str, Any], state: Mapping[str, Any]) -> list[str]:
    missing = {
        "not_heard": not state["heard"],
        "not_repeated": state["plays"] < 2,
        "type_too_small": state["size"] < LARGE,
        "language_not_opened": not state["language_opened"],
        "wrong_number": state["number"] != form["number"],
    }
    return [code for code, is_missing in missing.items() if is_missing]
