"""Reads the stream again: whole for a rebuild, or the statements that have one term."""

from collections.abc import Callable, Iterator
from uuid import UUID

from django.db import transaction

from milpa.ledger.router import RECORDS
from milpa.records import registries
from milpa.records.store import dialect
from milpa.records.store.counting import Numbers
from milpa.records.store.indexing import Terms, catch_up, short, stored_numbers
from milpa.records.store.told import Told, read_back

COLUMNS = "arrived, recorded_at, institution, content, voided_by"


def rows(where: str, values: list[object], most: int) -> list[Told]:
    """Statements of the stream in order; `where` is ours, the values are the caller's."""
    with dialect.Cursor() as cursor:
        cursor.execute(f"SELECT {COLUMNS} FROM records_statement WHERE {where} ORDER BY arrived LIMIT %s", [*values, most])
        found = cursor.fetchall()
    told = []
    for arrived, recorded, institution, content, voided in found:
        one = read_back(arrived, dialect.read_moment(recorded), dialect.read_uid(institution), bytes(content))
        one.voided = voided is not None
        told.append(one)
    return told


def with_term(institution: UUID, kind: int, value: str, batch: int = 500) -> Iterator[Told]:
    """All that have it themselves, voided or not, in order."""
    numbers = list(stored_numbers([(institution, kind, short(value))]).values())
    after = 0
    while numbers and (some := rows(
        "arrived > %s AND arrived IN (SELECT arrived FROM records_posting WHERE term = %s AND related = 0 AND source = arrived)",
        [after, numbers[0]], batch,
    )):  # fmt: skip
        yield from some
        after = some[-1].arrived


def rebuild(tell: Callable[[int, int], None] = lambda done, all: None, batch: int = 2000) -> int:
    """Empties every rollup and replays all statements in order; `tell(done, all)` shows how far it is. Returns how many were read."""
    with transaction.atomic(using=RECORDS):
        total, done, last = Numbers.locked().arrived, 0, 0
        for clear in registries.clears.values():
            clear()
        while some := rows("arrived > %s", [last], batch):
            for read in registries.rollups.values():
                read(some)
            done, last = done + len(some), some[-1].arrived
            tell(done, total)
    return done


def index_again(tell: Callable[[int, int], None] = lambda done, all: None, batch: int = 2000) -> None:
    """Empties the postings and writes them anew, a batch a transaction: meanwhile the store says how far it can be asked."""
    with transaction.atomic(using=RECORDS):
        numbers = Numbers.locked()
        with dialect.Cursor() as cursor:
            for table in ("records_posting", "records_term"):
                cursor.execute(f"DELETE FROM {table}")
        numbers.indexed, numbers.indexed_at, numbers.is_changed = 0, None, True
        numbers.write()
    terms = Terms()
    while (numbers := catch_up(batch, terms)).lag:
        tell(numbers.indexed, numbers.arrived)
