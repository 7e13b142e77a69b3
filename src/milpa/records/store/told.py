"""One statement on its way to disk, or read back from it: its JSON, and what rollups ask of it."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from milpa.records.rules.times import instant
from milpa.records.statements import HOME


@dataclass(slots=True)
class Told:
    """`body` is the statement's JSON without `stored`, which the writer adds; `arrived` and `recorded_at` are the writer's too."""

    id: UUID
    institution: UUID
    statement: dict[str, Any]
    body: bytes
    said_at: datetime | None
    writer: str = ""  # the credential that sent it; empty for Milpa's own courses
    arrived: int = 0
    recorded_at: datetime = datetime.max
    voided: bool = False

    @property
    def at(self) -> datetime:
        return self.said_at or self.recorded_at

    @property
    def person(self) -> str:
        """The opaque id of one of our own people; empty for anybody else."""
        account = self.statement["actor"].get("account")
        return account["name"] if account and account["homePage"] == HOME else ""

    @property
    def verb(self) -> str:
        return str(self.statement["verb"]["id"])

    @property
    def activity(self) -> str:
        thing = self.statement["object"]
        return thing["id"] if thing.get("objectType", "Activity") == "Activity" else ""

    @property
    def registration(self) -> UUID | None:
        said = self.statement.get("context", {}).get("registration")
        return UUID(said) if said else None

    @property
    def result(self) -> dict[str, Any]:
        return self.statement.get("result") or {}

    @property
    def scaled(self) -> float | None:
        return self.result.get("score", {}).get("scaled")


def packed(institution: UUID, statement: dict[str, Any], writer: str = "") -> Told:
    """From a statement that was checked and has its id."""
    said = instant(statement["timestamp"], "1.0.3") if "timestamp" in statement else None
    return Told(UUID(statement["id"]), institution, statement, encoded(statement), said, writer)


def encoded(statement: dict[str, Any]) -> bytes:
    """As JSON. orjson knows no whole numbers over 64 bits; the standard library does."""
    try:
        return orjson.dumps(statement)
    except TypeError:
        return json.dumps(statement, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def read_back(arrived: int, recorded_at: datetime, institution: UUID, content: bytes) -> Told:
    """A stored row as it was told."""
    statement = orjson.loads(content)
    told = packed_again(institution, statement, content)
    told.arrived, told.recorded_at = arrived, recorded_at
    return told


def packed_again(institution: UUID, statement: dict[str, Any], content: bytes) -> Told:
    return Told(UUID(statement["id"]), institution, statement, content, instant(statement["timestamp"], "1.0.3"), writer_of(statement))


def writer_of(statement: dict[str, Any]) -> str:
    """The credential's id stands in the authority that the server set."""
    account = statement.get("authority", {}).get("account")
    return str(account["name"]) if account else ""
