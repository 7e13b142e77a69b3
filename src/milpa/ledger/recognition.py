"""Recognise before any rule: a repeated fact is answered as stored, even if the door has since closed."""

from collections.abc import Sequence

from django.db import connections, router

from milpa.ledger.bodies import says_the_same
from milpa.ledger.models.stored import Stored
from milpa.ledger.refusals import Conflict


def _lock(using: str, facts: Sequence[Stored]) -> None:
    """Two copies of one request never run side by side. SQLite's IMMEDIATE transaction does it by itself."""
    connection = connections[using]
    if not connection.in_atomic_block:
        raise RuntimeError("recognise inside transaction.atomic()")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for key in sorted({fact.id.int & 0x7FFF_FFFF_FFFF_FFFF for fact in facts}):
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])


def recognise(facts: Sequence[Stored]) -> tuple[list[Stored], list[Stored]]:
    """Takes a batch apart into (known, new): known as stored, new as sent, both in the order sent.

    A fact sent twice within the batch is new once. Raises Conflict for a known id with another body, author or institution.
    """
    if not facts:
        return [], []
    _lock(router.db_for_write(type(facts[0])), facts)
    stored: dict[object, Stored] = {}
    for model in {type(fact) for fact in facts}:
        stored |= model.objects.in_bulk([fact.id for fact in facts if type(fact) is model])
    known: list[Stored] = []
    new: list[Stored] = []
    seen: dict[object, Stored] = {}
    for fact in facts:
        before = stored.get(fact.id) or seen.get(fact.id)
        if before is None:
            seen[fact.id] = fact
            new.append(fact)
        elif fact.id in stored:
            if not says_the_same(before, fact):
                raise Conflict
            known.append(before)
    return known, new
