"""Statements for tests of the store."""

from typing import Any
from uuid import UUID, uuid4

from milpa.records.store import indexing
from milpa.records.store.counting import Numbers
from milpa.records.store.told import Told, packed
from milpa.records.store.writing import Batch, write

HERE = UUID(int=1)


def statement(**changes: Any) -> dict[str, Any]:
    plain = {
        "id": str(uuid4()),
        "actor": {"mbox": "mailto:rosa@example.org"},
        "verb": {"id": "https://example.org/read"},
        "object": {"id": "https://example.org/prices"},
        "timestamp": "2026-05-04T15:00:00Z",
    }
    return plain | changes


def told(institution: UUID = HERE, writer: str = "", **changes: Any) -> Told:
    return packed(institution, statement(**changes), writer)


def referring(id: str, **changes: Any) -> Told:
    return told(object={"objectType": "StatementRef", "id": id}, **changes)


def voiding(id: str, institution: UUID = HERE) -> Told:
    ref = {"objectType": "StatementRef", "id": id}
    return told(institution, object=ref, verb={"id": "http://adlnet.gov/expapi/verbs/voided"})


def put(*some: Told) -> Batch:
    batch = Batch(some)
    write([batch])
    return batch


def put_and_index(*some: Told) -> Batch:
    batch = put(*some)
    catch_up()
    return batch


def catch_up(most: int = 1000) -> None:
    terms = indexing.Terms()
    while Numbers.read().lag:
        indexing.catch_up(most, terms)
