"""A checked statement as it is kept: lone activities of the context become lists, moments of 2.0.0 are in UTC.

1.0.3, 2.4.6.2: contextActivities are returned as lists, however they came. IEEE 9274.1.1, 4.2.7: timestamps are converted to UTC. A
timestamp that only ISO 8601 allows is written as RFC 3339, so that clients of either version can read it. What came is never changed.
"""

from typing import Any

from milpa.records.rules import times
from milpa.records.rules.problems import Version

_WRITTEN_WELL = 20  # the least that 2026-11-24T10:00:00Z has


def accepted(statement: dict[str, Any], version: Version) -> dict[str, Any]:
    """The statement to keep: the one that came when nothing has to change."""
    statement = _part(statement, version)
    inner = statement["object"]
    if inner.get("objectType") == "SubStatement" and (kept := _part(inner, version)) is not inner:
        statement = {**statement, "object": kept}
    return statement


def _part(part: dict[str, Any], version: Version) -> dict[str, Any]:
    said = part.get("timestamp")
    if said is not None and (moment := _moment(said, version)) != said:
        part = {**part, "timestamp": moment}
    around = part.get("context")
    if around and (related := around.get("contextActivities")) and any(value.__class__ is dict for value in related.values()):
        lists = {name: [value] if value.__class__ is dict else value for name, value in related.items()}
        part = {**part, "context": {**around, "contextActivities": lists}}
    return part


def _moment(said: str, version: Version) -> str:
    as_rfc_3339 = len(said) >= _WRITTEN_WELL and said[10] == "T" and said[16] == ":" and "," not in said
    if as_rfc_3339 and (said[-1] == "Z" or (version == "1.0.3" and said[-6] in "+-" and said[-3] == ":")):
        return said
    return times.said(times.instant(said, version))
