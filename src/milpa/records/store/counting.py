"""The counter of the stream: one row, locked while a transaction writes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from django.db import connections

from milpa.ledger.router import RECORDS
from milpa.records.models import Counter
from milpa.records.store import dialect
from milpa.records.store.told import Told

COLUMNS = "arrived, last_recorded_at, indexed, indexed_at"


@dataclass(slots=True)
class Numbers:
    """`arrived`: the last statement's number; `indexed`: the last one that can be found by more than its id."""

    arrived: int = 0
    last: datetime | None = None
    indexed: int = 0
    indexed_at: datetime | None = None
    is_changed: bool = False

    @classmethod
    def locked(cls) -> Self:
        """Read in the writer's transaction: nobody else numbers before it ends. (SQLite's transaction is locked as it begins.)"""
        return cls.read("" if dialect.is_sqlite() else " FOR UPDATE")

    @classmethod
    def read(cls, how: str = "") -> Self:
        with dialect.Cursor() as cursor:
            cursor.execute(f"SELECT {COLUMNS} FROM records_counter WHERE id = 1{how}")
            row = cursor.fetchone()
            if row is None and how == "" and not connections[RECORDS].in_atomic_block:
                return cls()
            if row is None:
                Counter.objects.get_or_create(id=1)
                return cls.read(how)
        arrived, last, indexed, indexed_at = row
        return cls(arrived, last and dialect.read_moment(last), indexed, indexed_at and dialect.read_moment(indexed_at))

    def take(self, how_many: int, now: datetime) -> datetime:
        """Raises the counter; returns the stored time of the first, the others follow by a microsecond each."""
        first = max(now, self.last + timedelta(microseconds=1)) if self.last else now
        self.arrived, self.is_changed = self.arrived + how_many, True
        self.last = first + timedelta(microseconds=how_many - 1)
        return first

    def reached(self, told: list[Told]) -> None:
        if told:
            self.indexed, self.indexed_at, self.is_changed = told[-1].arrived, told[-1].recorded_at, True

    def write(self) -> None:
        if not self.is_changed:
            return
        values = [self.arrived, dialect.moment(self.last), self.indexed, dialect.moment(self.indexed_at)]
        with dialect.Cursor() as cursor:
            cursor.execute("UPDATE records_counter SET arrived=%s, last_recorded_at=%s, indexed=%s, indexed_at=%s WHERE id = 1", values)

    @property
    def lag(self) -> int:
        return self.arrived - self.indexed

    def consistent_through(self) -> datetime:
        """Every statement stored up to then can be found by whatever it is asked by."""
        now = datetime.now(UTC)
        return now if self.lag == 0 else (self.indexed_at or datetime(1970, 1, 1, tzinfo=UTC))
