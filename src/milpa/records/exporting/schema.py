"""The columns of the export, and a statement as a row of it. `institution` and `month` are in the path, as partitions."""

from typing import Any

from milpa.records.rules import found
from milpa.records.store.told import Told

COLUMNS = {
    "arrived": "BIGINT",
    "id": "VARCHAR",
    "stored": "TIMESTAMPTZ",
    "timestamp": "TIMESTAMPTZ",
    "actor": "VARCHAR",
    "verb": "VARCHAR",
    "object_type": "VARCHAR",
    "object": "VARCHAR",
    "registration": "VARCHAR",
    "success": "BOOLEAN",
    "completion": "BOOLEAN",
    "scaled": "DOUBLE",
    "duration": "VARCHAR",
    "parent": "VARCHAR",
    "writer": "VARCHAR",
    "voided": "BOOLEAN",
    "statement": "VARCHAR",
}


def row(told: Told) -> dict[str, Any]:
    """The statement in the columns of the export; what it does not say is None."""
    statement = told.statement
    thing, result, context = statement["object"], statement.get("result") or {}, statement.get("context") or {}
    kind = thing.get("objectType", "Activity")
    parents = (context.get("contextActivities") or {}).get("parent") or []
    return {
        "arrived": told.arrived,
        "id": str(told.id),
        "stored": told.recorded_at.isoformat(),
        "timestamp": told.at.isoformat(),
        "actor": found.key(statement["actor"]),
        "verb": told.verb,
        "object_type": kind,
        "object": found.key(thing) if kind in ("Agent", "Group") else thing.get("id"),
        "registration": str(told.registration) if told.registration else None,
        "success": result.get("success"),
        "completion": result.get("completion"),
        "scaled": told.scaled,
        "duration": result.get("duration"),
        "parent": (parents[0] if isinstance(parents, list) else parents)["id"] if parents else None,
        "writer": told.writer or None,
        "voided": told.voided,
        "statement": told.body.decode(),
    }
