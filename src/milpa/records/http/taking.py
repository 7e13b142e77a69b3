"""Statements from what was sent to what the writer takes: checked, given ids, authority and version, and made one in form."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson

from milpa.ledger.ids import uuid7
from milpa.records import limits
from milpa.records.http.requests import JSON
from milpa.records.refusals import TooLarge
from milpa.records.rules import enclosed, multipart, problems, signatures
from milpa.records.rules.accepting import accepted
from milpa.records.rules.checking import check
from milpa.records.rules.multipart import Part
from milpa.records.rules.problems import Malformed, Version
from milpa.records.rules.reading import read
from milpa.records.rules.times import instant
from milpa.records.store.told import Told, encoded

MULTIPART = "multipart/mixed"
EMPTY = problems.said("There is no statement in it.")
ID_TWICE = problems.said("Two statements of this request have the same id.")
OTHER_ID = problems.said("The id in the statement is not the statementId of the address.")
OTHER_TYPE = problems.said("Statements come as application/json, or with their attachments as multipart/mixed.")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: what the server sets in each statement."""

    institution: UUID
    credential: UUID
    authority: dict[str, Any]


@dataclass(slots=True)
class Taken:
    """`parts`: what came along, by hash."""

    told: list[Told]
    parts: dict[str, Part] = field(default_factory=dict)


def take(content_type: str, body: bytes, version: Version, sender: Sender, id: str | None = None) -> Taken:
    """What a request brings. `id`: of a PUT, which brings one. Raises Malformed, TooLarge."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind == JSON:
        sent, parts = body, []
    elif kind == MULTIPART:
        several = multipart.split(content_type, body)
        if len(several) > limits.PARTS + 1:
            raise TooLarge(most=limits.PARTS, unit="attachments")
        sent, parts = enclosed.first_is_json(several), several[1:]
    else:
        raise Malformed("Content-Type", OTHER_TYPE)
    if len(sent) > limits.STATEMENTS:
        raise TooLarge(most=limits.STATEMENTS // limits.MB, unit="MB")
    statements, is_list = _checked(sent, version, id)
    found = _enclosed(statements, parts, version, is_list)
    told = [told_of(one, version, sender, id) for one in statements]
    if len({one.id for one in told}) < len(told):
        raise Malformed("id", ID_TWICE)
    return Taken(told, found)


def _checked(sent: bytes, version: Version, id: str | None) -> tuple[list[dict[str, Any]], bool]:
    value = _value(sent)
    if not isinstance(value, list) or id is not None:
        check(value, version)
        return [value], False
    if not value:
        raise Malformed("", EMPTY)
    if len(value) > limits.BATCH:
        raise TooLarge(most=limits.BATCH, unit="statements")
    for place, one in enumerate(value):
        try:
            check(one, version)
        except Malformed as problem:
            raise problem.within(place) from None
    return value, True


def _value(sent: bytes) -> Any:
    """The JSON, as `read` reads it. What a fast reader would write as it came, byte by byte, has no key twice, no number that it would
    round and nothing that is no JSON: then its value is the one; whatever else (spaces, escapes) is read slowly."""
    try:
        value = orjson.loads(sent)
        if orjson.dumps(value) == sent:
            return value
    except (orjson.JSONDecodeError, TypeError):  # TypeError: so deep that it cannot be written
        pass
    return read(sent)


def _enclosed(statements: list[dict[str, Any]], parts: list[Part], version: Version, is_list: bool) -> dict[str, Part]:
    """Almost no statement has attachments: then there is nothing to match."""
    if not parts and not any("attachments" in one or "attachments" in one["object"] for one in statements):
        return {}
    found = enclosed.matched(statements, parts, is_list)
    for number, statement in enumerate(statements):
        for path, sha2 in enclosed.signatures_of(statement):
            try:
                signatures.verify(statement, found[sha2].content, version)
            except Malformed as problem:
                problem = problem.within(path)
                raise (problem.within(number) if is_list else problem) from None
    return found


def told_of(statement: dict[str, Any], version: Version, sender: Sender, id: str | None = None) -> Told:
    """A checked statement with what the server sets."""
    own = UUID(statement["id"]) if "id" in statement else None
    if id is not None and own is not None and own != UUID(id):
        raise Malformed("id", OTHER_ID)
    own = own or (UUID(id) if id else uuid7())
    kept = {**accepted(statement, version), "id": str(own), "authority": sender.authority}
    kept.pop("stored", None)
    kept.setdefault("version", "1.0.0" if version == "1.0.3" else "2.0.0")
    at = instant(kept["timestamp"], version) if "timestamp" in kept else None
    return Told(own, sender.institution, kept, encoded(kept), at, str(sender.credential))
