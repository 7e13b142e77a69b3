"""Append statements: recognised, numbered, stored, and rolled up, all in one transaction of the records database."""

import json
import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from django.db import connections, transaction
from django.db.models import Q

from milpa.ledger import clock
from milpa.ledger.appending import insert
from milpa.ledger.canonical import fingerprint
from milpa.ledger.router import RECORDS
from milpa.records import registries
from milpa.records.comparing import same
from milpa.records.models import Counter, Statement
from milpa.records.refusals import StatementDiffers
from milpa.records.statements import VERBS, Said


def append(said: Iterable[Said]) -> list[Statement]:
    """Stores what learners did, once, however often it is sent; returns it as stored, in the order given.

    A batch is all or nothing. Raises StatementDiffers for a known id that says something else. Never call it inside a transaction of
    the main database: what others derive from is written last and is safe to repeat.
    """
    sent = [(one, one.plain()) for one in said]
    if not sent:
        return []
    with transaction.atomic(using=RECORDS):
        first = _take_numbers(0)  # the lock: two copies of one request never run side by side
        stored = Statement.objects.in_bulk([one.id for one, _plain in sent])
        new = {}
        for one, plain in sent:
            if (known := stored.get(one.id)) is not None:
                if not same(json.loads(bytes(known.content)), plain):
                    raise StatementDiffers
            else:
                new[one.id] = _statement(one, plain)
        _number(list(new.values()), first[1])
        insert(new.values())
        for read in registries.rollups.values():
            read(list(new.values()))
    return [stored.get(one.id) or new[one.id] for one, _plain in sent]


def _statement(one: Said, plain: dict[str, object]) -> Statement:
    content = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    salt = secrets.token_bytes(16)
    return Statement(
        id=one.id,
        said_at=one.at,
        institution=one.institution,
        actor=str(one.person),
        verb=VERBS[one.verb],
        activity=one.activity,
        registration=one.registration,
        success=one.success,
        completion=one.completion,
        scaled=one.scaled,
        content=content,
        salt=salt,
        body_hash=fingerprint(content, salt),
    )


def _take_numbers(how_many: int) -> tuple[int, datetime]:
    """(first number, first stored time). The UPDATE comes first: it is the lock."""
    Counter.objects.get_or_create(id=1)
    with connections[RECORDS].cursor() as cursor:
        cursor.execute("UPDATE records_counter SET arrived = arrived + %s WHERE id = 1", [how_many])
    row = Counter.objects.get(id=1)
    stored = clock.now()
    if row.last_recorded_at and row.last_recorded_at >= stored:
        stored = row.last_recorded_at + timedelta(microseconds=1)
    return row.arrived - how_many + 1, stored


def _number(statements: Sequence[Statement], stored: datetime) -> None:
    if not statements:
        return
    first, stored = _take_numbers(len(statements))
    for place, statement in enumerate(statements):
        statement.arrived, statement.recorded_at = first + place, stored + timedelta(microseconds=place)
    Counter.objects.filter(id=1).update(last_recorded_at=statements[-1].recorded_at)


def rebuild(tell: Callable[[int, int], None] = lambda done, all: None, batch: int = 2000) -> int:
    """Empties every rollup and replays all statements in order; `tell(done, all)` shows how far it is. Returns how many were read."""
    with transaction.atomic(using=RECORDS):
        total, done, last = Statement.objects.count(), 0, 0
        for clear in registries.clears.values():
            clear()
        while some := list(Statement.objects.filter(Q(arrived__gt=last)).order_by("arrived")[:batch]):
            for read in registries.rollups.values():
                read(some)
            done, last = done + len(some), some[-1].arrived
            tell(done, total)
    return done
