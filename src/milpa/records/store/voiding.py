"""Voiding: a statement says that another one no longer counts. Either may come first; no voiding statement can be voided.

IEEE 9274.1.1, 4.2.4.5 (voided statements). The target is voided where it belongs to the same institution; the statement that says so is
stored in any case.
"""

from typing import Any
from uuid import UUID

import orjson

from milpa.records.refusals import VoidingIsKept
from milpa.records.rules.found import is_voiding, target
from milpa.records.store import dialect
from milpa.records.store.told import Told


def refuse(own: list[Told], beside: dict[bytes, Told]) -> None:
    """Raises VoidingIsKept for a statement that would void a voiding one."""
    voiding = [told for told in own if is_voiding(told.statement)]
    if not voiding:
        return
    fresh = beside | {told.id.bytes: told for told in own}
    for told in voiding:
        key = UUID(target(told.statement)).bytes
        aimed = fresh[key].statement if key in fresh else _stored(key)
        if aimed is not None and is_voiding(aimed):
            raise VoidingIsKept


def _stored(key: bytes) -> dict[str, Any] | None:
    with dialect.Cursor() as cursor:
        cursor.execute("SELECT s.content FROM records_known k JOIN records_statement s ON s.arrived = k.arrived WHERE k.key = %s", [key])
        row = cursor.fetchone()
    return orjson.loads(bytes(row[0])) if row else None


def voided_already(new: list[Told]) -> dict[UUID, Any]:
    """id -> which statement voids it, for those that come after it."""
    found: dict[UUID, Any] = {}
    by_key = {told.id.bytes: told for told in new if not is_voiding(told.statement)}
    with dialect.Cursor() as cursor:
        for some in dialect.chunks(list(by_key)):
            cursor.execute(f"SELECT target, institution, voider FROM records_voiding WHERE target IN ({dialect.marks(len(some))})", some)
            for key, institution, by in cursor.fetchall():
                told = by_key[bytes(key)]
                if told.institution == dialect.read_uid(institution):
                    found[told.id] = by
    return found


def void(new: list[Told]) -> None:
    """Notes what the new statements void, and voids what is stored of it."""
    rows = [(UUID(target(told.statement)).bytes, told) for told in new if is_voiding(told.statement)]
    with dialect.Cursor() as cursor:
        for key, told in rows:
            institution, by = dialect.uid(told.institution), dialect.uid(told.id)
            cursor.execute("INSERT INTO records_voiding (target, institution, voider) VALUES (%s, %s, %s)", [key, institution, by])
            cursor.execute(
                "UPDATE records_statement SET voided_by = %s WHERE voided_by IS NULL AND institution = %s "
                "AND arrived IN (SELECT arrived FROM records_known WHERE key = %s)",
                [by, institution, key],
            )
