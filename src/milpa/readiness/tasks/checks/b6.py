"""B6: the fields equal the card, the wrong telephone was corrected, the notice was opened, it was sent once.

Either choice on consent counts; the e-mail may stay empty.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from milpa.readiness.tasks.events import Event, Kinds

VERBS: Kinds = {"fill": str, "notice": None, "consent": bool, "send": None}
ASKED = ("name", "phone", "day", "month", "town")


def replay(form: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Any]:
    state: dict[str, Any] = {"fields": {"phone": form["begun"]}, "notice_opened": False, "consent": None, "sends": 0}
    for act in events:
        if act.did == "fill" and not state["sends"]:
            state["fields"][act.what] = act.value
        elif act.did == "notice":
            state["notice_opened"] = True
        elif act.did == "consent" and not state["sends"]:
            state["consent"] = act.value
        elif act.did == "send" and _may_be_sent(state):
            state["sends"] += 1
    return state


def unmet(form: Mapping[str, Any], state: Mapping[str, Any]) -> list[str]:
    if not state["sends"]:
        return ["not_sent"]
    wrong = [f"{field}_differs" for field in ASKED if _folded(state["fields"].get(field)) != _folded(form[field])]
    missing = {"notice_not_opened": not state["notice_opened"], "sent_twice": state["sends"] > 1}
    return wrong + [code for code, is_missing in missing.items() if is_missing]


def _may_be_sent(state: Mapping[str, Any]) -> bool:
    fields = state["fields"]
    filled = all(fields.get(field, "").strip() for field in ASKED)
    phone = fields["phone"]
    return filled and len(phone) == 8 and phone.isascii() and phone.isdigit() and state["consent"] is not None


def _folded(text: str | None) -> str:
    """Without accents, capitals and double spaces: typing on a phone is not what is looked at."""
    plain = unicodedata.normalize("NFD", text or "")
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).casefold().split())
