"""When two statements are the same: as xAPI compares them, not by bytes.

IEEE 9274.1.1, 4.1.6 "Statement immutability": stored, authority, version, timestamp precision and the definitions of activities and
displays of verbs do not count.
"""

from typing import Any

_ASIDE = frozenset({"stored", "authority", "version", "attachments"})


def essence(statement: Any, path: tuple[str, ...] = ()) -> Any:
    """The statement without what does not count."""
    if isinstance(statement, dict):
        aside = _ASIDE if not path else frozenset()
        if path[-1:] == ("verb",):
            aside = frozenset({"display"})
        if statement.get("objectType", "Activity") == "Activity" and path and "id" in statement:
            aside = frozenset({"definition", "objectType"})
        return {key: essence(value, (*path, key)) for key, value in statement.items() if key not in aside}
    if isinstance(statement, list):
        return [essence(item, path) for item in statement]
    return statement


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(essence(one) == essence(other))
