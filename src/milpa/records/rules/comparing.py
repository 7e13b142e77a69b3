"""When two statements are the same: as xAPI compares them, not by bytes.

xAPI 1.0.3 Data 2.3.1, IEEE 9274.1.1, 4.2.4.1 and 4.2.7: stored, authority, version, attachments, the definitions of activities and the
displays of verbs do not count; neither do capitals in a UUID, the zone in which a moment is written, what is finer than a hundredth of a
second in a duration, nor whether one context activity stands in a list.
"""

from collections.abc import Callable
from typing import Any

from milpa.records.rules.durations import hundredths
from milpa.records.rules.problems import Malformed
from milpa.records.rules.times import instant

_ASIDE = frozenset({"stored", "authority", "version", "attachments"})


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether both say the same; one that came without a timestamp was given the time of its storing as that."""
    essences = essence(one), essence(other)
    for kept, told in ((one, other), (other, one)):
        if "timestamp" not in told and "timestamp" in kept and kept["timestamp"] == kept.get("stored"):
            for each in essences:
                each.pop("timestamp", None)
    return bool(essences[0] == essences[1])


def essence(statement: dict[str, Any]) -> dict[str, Any]:
    """A checked statement, or the statement in a statement, without what does not count."""
    kept = {key: value for key, value in statement.items() if key not in _ASIDE}
    for key, read in _READERS.items():
        if key in kept:
            kept[key] = read(kept[key])
    return kept


def _thing(thing: Any) -> Any:
    kind = thing.get("objectType", "Activity")
    if kind == "Activity":
        return {"id": thing["id"]}
    if kind == "StatementRef":
        return {"objectType": kind, "id": thing["id"].lower()}
    return essence(thing) if kind == "SubStatement" else thing


def _result(result: Any) -> Any:
    return {**result, "duration": hundredths(result["duration"])} if "duration" in result else result


def _context(context: Any) -> Any:
    kept = dict(context)
    if "registration" in kept:
        kept["registration"] = kept["registration"].lower()
    if "statement" in kept:
        kept["statement"] = _thing(kept["statement"])
    if "contextActivities" in kept:
        kept["contextActivities"] = {
            name: [one["id"] for one in (some if isinstance(some, list) else [some])] for name, some in kept["contextActivities"].items()
        }
    return kept


def _moment(text: str) -> Any:
    try:
        return instant(text, "1.0.3")
    except Malformed:
        return text


_READERS: dict[str, Callable[[Any], Any]] = {
    "id": str.lower,
    "verb": lambda verb: verb["id"],
    "object": _thing,
    "result": _result,
    "context": _context,
    "timestamp": _moment,
}
