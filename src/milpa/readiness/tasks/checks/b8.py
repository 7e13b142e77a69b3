"""B8: a message went to the instructor, not to the group, with the lesson and what happens, and without the PIN.

A voice note of three seconds or more instead of the phrases must be heard by a person.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from milpa.readiness.tasks.events import Event, Kinds

VERBS: Kinds = {
    "open": None,
    "ask": None,
    "to": None,
    "lesson": None,
    "symptom": None,
    "add_pin": bool,
    "record": None,
    "voice": int,
    "send": None,
    "other": None,
}
SHORTEST_VOICE = 3
EMPTY = {"to": "", "lesson": "", "symptom": "", "voice": 0, "pin": False}


def replay(form: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    message: dict[str, Any] = dict(EMPTY)
    sent: list[dict[str, Any]] = []
    for act in events:
        if act.did in ("to", "lesson", "symptom"):
            message[act.did] = act.what
        elif act.did == "voice":
            message["voice"] = act.value
        elif act.did == "add_pin":
            message["pin"] = act.value
        elif act.did == "send" and message["to"] and (message["lesson"] or message["symptom"] or message["voice"] or message["pin"]):
            sent.append(message)
            message = dict(EMPTY)
    return {"sent": sent}


def unmet(form: Mapping[str, Any], state: Mapping[str, Any]) -> list[str]:
    to_teacher = [message for message in state["sent"] if message["to"] == "teacher"]
    wrong = {
        "sent_to_the_group": any(message["to"] == "group" for message in state["sent"]),
        "pin_sent": any(message["pin"] for message in state["sent"]),
        "not_sent_to_the_instructor": not to_teacher,
    }
    reasons = [code for code, is_wrong in wrong.items() if is_wrong]
    if not to_teacher or any(_says_all(form, message) for message in to_teacher):
        return reasons
    if any(message["voice"] >= SHORTEST_VOICE for message in to_teacher):
        return [*reasons, "a_person_must_listen"]
    return [*reasons, "lesson_or_symptom_missing"]


def _says_all(form: Mapping[str, Any], message: Mapping[str, Any]) -> bool:
    return message["lesson"] == form["lesson"] and message["symptom"] in form["symptoms"]
