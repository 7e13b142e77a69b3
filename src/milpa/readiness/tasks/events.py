"""What the practice phone reports: a list of plain events, bounded, without anything secret.

An event is {at_ms, did, what, value}. Each task says which verbs it knows and of which type their value is, so
that a PIN cannot travel even by mistake: the verbs about PINs take only true or false.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise

VERSION = 1
MOST_EVENTS = 300
LONGEST_TEXT = 40
LONGEST_MS = 24 * 60 * 60 * 1000
NAME = re.compile(r"[a-z0-9_-]{0,24}", re.IGNORECASE)

Value = str | int | bool | None
Kinds = Mapping[str, type | None]  # verb -> type of its value, None for no value

PHONE: Kinds = {"begin": None, "hint": None, "hear": None, "language": None, "back": None, "home": None, "finish": None, "never_used": None}


class BadEvents(ValueError):
    """The list cannot be what a practice phone sends."""


@dataclass(frozen=True, slots=True)
class Event:
    at_ms: int  # since the person pressed "Start"
    did: str
    what: str = ""
    value: Value = None


def read_events(raw: object, verbs: Kinds) -> list[Event]:
    """The events of a request, checked. `verbs` are the task's own. Raises BadEvents, naming the value."""
    if not isinstance(raw, list) or len(raw) > MOST_EVENTS:
        raise BadEvents(f"not a list of at most {MOST_EVENTS} events")
    known = {**PHONE, **verbs}
    events = [_event(item, known) for item in raw]
    if any(later.at_ms < earlier.at_ms for earlier, later in pairwise(events)):
        raise BadEvents("the times go back")
    return events


def _event(item: object, known: Kinds) -> Event:
    if not isinstance(item, dict) or not item.keys() <= {"at_ms", "did", "what", "value"}:
        raise BadEvents(f"not an event: {item!r:.80}")
    at_ms, did, what, value = item.get("at_ms"), item.get("did"), item.get("what", ""), item.get("value")
    if type(at_ms) is not int or not 0 <= at_ms <= LONGEST_MS:
        raise BadEvents(f"not a time: {at_ms!r:.80}")
    if not isinstance(did, str) or did not in known:
        raise BadEvents(f"not a verb of this task: {did!r:.80}")
    if not isinstance(what, str) or not NAME.fullmatch(what):
        raise BadEvents(f"not a name: {what!r:.80}")
    kind = known[did]
    if (type(value) is not kind) if kind else value is not None:
        raise BadEvents(f"{did}: not a value it takes")
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise BadEvents(f"{did}: longer than {LONGEST_TEXT}")
    if type(value) is int and abs(value) > 1_000_000:
        raise BadEvents(f"{did}: out of bounds")
    return Event(at_ms, did, what, value)


def plain(events: Iterable[Event]) -> list[dict[str, Value]]:
    """Back to what is stored."""
    return [asdict(event) for event in events]


def written(events: Iterable[Event]) -> str:
    """As they are stored: versioned, so that a later reader can tell. `reread` is its reader."""
    return json.dumps({"version": VERSION, "events": plain(events)}, ensure_ascii=False, separators=(",", ":"))


def reread(text: str) -> list[Event]:
    """What was stored. Empty for what was erased, or seen without events."""
    return [Event(**item) for item in json.loads(text)["events"]] if text else []
