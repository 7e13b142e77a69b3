"""Writes for all who wait in one transaction: recognised, numbered, stored, rolled up; postings follow at once while they are few.

A batch is all or nothing: what it would break is known before anything of it is written, so it needs no savepoint. Whatever else runs in
the transaction (a document, a rotation) has one of its own.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
from django.db import transaction

from milpa.ledger import clock
from milpa.ledger.canonical import fingerprint
from milpa.ledger.refusals import Refusal
from milpa.ledger.router import RECORDS
from milpa.records import registries
from milpa.records.refusals import StatementDiffers
from milpa.records.rules.comparing import same
from milpa.records.rules.times import said
from milpa.records.store import dialect, indexing, partitions, voiding
from milpa.records.store.counting import Numbers
from milpa.records.store.told import Told

AT_ONCE = 64  # statements whose postings are written with them; what comes faster lags behind


@dataclass(slots=True)
class Batch:
    """The statements of one request. Afterwards `failed` says why nothing of it was stored, or `stored` which were new."""

    told: Sequence[Told]
    failed: Exception | None = None
    stored: list[Told] = field(default_factory=list)

    @property
    def outcome(self) -> list[Told]:
        return self.stored


@dataclass(slots=True)
class Call:
    """Something else that is written. Afterwards `result`, or `failed`."""

    call: Callable[[], Any]
    failed: Exception | None = None
    result: Any = None

    @property
    def outcome(self) -> Any:
        return self.result


Job = Batch | Call


def write(jobs: Sequence[Job], terms: indexing.Terms | None = None, at_once: bool = True) -> Numbers:
    """One transaction, on disk when this returns. Returns how far the stream and its postings are.

    `at_once`: a few statements are made findable with it; who has more to write says no, and catches up later with sorted batches.
    """
    terms = terms or indexing.Terms()
    try:
        with transaction.atomic(using=RECORDS):
            numbers = Numbers.locked()
            new = _accepted([job for job in jobs if isinstance(job, Batch)])
            _store(new, numbers)
            for call in jobs:
                if isinstance(call, Call):
                    _run(call)
            for read in registries.rollups.values():
                read(new)
            if at_once and numbers.indexed + len(new) == numbers.arrived and len(new) <= AT_ONCE:
                indexing.index(new, terms)
                numbers.reached(new)
            numbers.write()
    except BaseException:
        terms.forget()
        partitions.forget()
        raise
    return numbers


def _run(call: Call) -> None:
    try:
        with transaction.atomic(using=RECORDS):
            call.result = call.call()
    except Exception as failed:  # noqa: BLE001 - whoever asked is told, whatever it was; the others' work goes on
        call.failed = failed


def _accepted(batches: list[Batch]) -> list[Told]:
    """The new statements of the batches that may be stored, in order."""
    known = _known({told.id.bytes for batch in batches for told in batch.told})
    new: dict[bytes, Told] = {}
    for batch in batches:
        own: dict[bytes, Told] = {}
        try:
            for told in batch.told:
                key = told.id.bytes
                before = known.get(key) or new.get(key) or own.get(key)
                if before is None:
                    own[key] = told
                elif not _is_same(before, told):
                    raise StatementDiffers
            voiding.refuse(list(own.values()), new)
        except Refusal as failed:
            batch.failed = failed
            continue
        batch.stored = list(own.values())
        new |= own
    return list(new.values())


def _is_same(before: Told | int, told: Told) -> bool:
    if isinstance(before, Told):
        return before.institution == told.institution and same(before.statement, told.statement)
    with dialect.Cursor() as cursor:
        cursor.execute("SELECT institution, content FROM records_statement WHERE arrived = %s", [before])
        institution, content = cursor.fetchone()
    return dialect.read_uid(institution) == told.institution and same(orjson.loads(bytes(content)), told.statement)


def _known(keys: set[bytes]) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    with dialect.Cursor() as cursor:
        for some in dialect.chunks(list(keys)):
            cursor.execute(f"SELECT key, arrived FROM records_known WHERE key IN ({dialect.marks(len(some))})", some)
            found |= {bytes(key): arrived for key, arrived in cursor.fetchall()}
    return found


STATEMENT = {
    "arrived": "bigint", "id": "uuid", "said_at": "timestamptz", "recorded_at": "timestamptz", "device": "varchar", "body_hash": "bytea",
    "salt": "bytea", "institution": "uuid", "content": "bytea", "voided_by": "uuid",
}  # fmt: skip
KNOWN = {"key": "bytea", "arrived": "bigint"}


def _store(new: list[Told], numbers: Numbers) -> None:
    if not new:
        return
    stored = numbers.take(len(new), clock.now().astimezone(UTC))
    partitions.ensure(stored, numbers.last or stored)
    voided = voiding.voided_already(new)
    salts = secrets.token_bytes(16 * len(new))
    rows = []
    for place, told in enumerate(new):
        told.arrived, told.recorded_at = numbers.arrived - len(new) + 1 + place, stored + timedelta(microseconds=place)
        told.voided = told.id in voided
        salt = salts[16 * place : 16 * place + 16]
        rows.append((
            told.arrived, dialect.uid(told.id), dialect.moment(told.at), dialect.moment(told.recorded_at), "", fingerprint(told.body, salt),
            salt, dialect.uid(told.institution), finished(told.body, told.recorded_at, told.said_at is None), voided.get(told.id),
        ))  # fmt: skip
    with dialect.together(), dialect.Cursor() as cursor:
        cursor.insert("records_statement", STATEMENT, rows)
        cursor.insert("records_known", KNOWN, [(told.id.bytes, told.arrived) for told in new])
    voiding.void(new)


def finished(body: bytes, stored: datetime, needs_time: bool) -> bytes:
    """The JSON with its stored time, which is its timestamp too if it came without one."""
    at = said(stored).encode()
    timestamp = b'","timestamp":"' + at if needs_time else b""
    return body[:-1] + b',"stored":"' + at + timestamp + b'"}'
