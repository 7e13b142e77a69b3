"""B4: three answers, one submission, "pending" said while there was no signal and "received" after it returned.

Whether an answer is right is not scored.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from milpa.readiness.tasks.events import Event, Kinds

VERBS: Kinds = {"answer": int, "send": None, "say": None, "signal": None}


def replay(form: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    asked = {question["id"] for question in form["questions"]}
    state: dict[str, Any] = {"link": "off", "answers": {}, "sends": 0, "said": {}}
    for act in events:
        if act.did == "answer" and act.what in asked and not state["sends"]:
            state["answers"][act.what] = act.value
        elif act.did == "send" and state["answers"].keys() == asked:
            state["sends"] += 1
        elif act.did == "say" and state["sends"]:
            state["said"][state["link"]] = act.what
        elif act.did == "signal":
            state["link"] = act.what
    return state


def unmet(form: Mapping[str, Any], state: Mapping[str, Any]) -> list[str]:
    if not state["sends"]:
        return ["not_sent"]
    missing = {
        "sent_twice": state["sends"] > 1,
        "pending_not_seen": state["said"].get("off") != "pending",
        "received_not_seen": state["said"].get("on") != "received",
    }
    return [code for code, is_missing in missing.items() if is_missing]
