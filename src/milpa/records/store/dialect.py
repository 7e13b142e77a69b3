"""How ids and times are written in raw SQL on this connection, as Django's fields write them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any, Self
from uuid import UUID

from django.db import connections

from milpa.ledger.router import RECORDS

IN_ONE = 400  # values of one IN (...)


class Cursor:
    """The database's own cursor on Django's connection: in the writer Django's takes longer than the database (20 of 25 microseconds)."""

    def __init__(self) -> None:
        connection = connections[RECORDS]
        connection.ensure_connection()
        self.raw = connection.connection.cursor()
        self.wrapped = connection.wrap_database_errors
        self.written = _questioned if connection.vendor == "sqlite" else str

    def execute(self, sql: str, values: Any = ()) -> None:
        with self.wrapped:
            self.raw.execute(self.written(sql), values)

    def executemany(self, sql: str, rows: Any) -> None:
        with self.wrapped:
            self.raw.executemany(self.written(sql), rows)

    def insert(self, table: str, columns: Mapping[str, str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Rows of a table, whose columns stand with the types that PostgreSQL calls them by: there it is one statement for all rows."""
        into = f"INSERT INTO {table} ({', '.join(columns)})"
        if is_sqlite():
            self.executemany(f"{into} VALUES ({marks(len(columns))})", rows)
        elif rows:
            self.bound(f"{into} SELECT * FROM {_unnested(columns.values())}", [list(column) for column in zip(*rows, strict=True)])

    def add(self, table: str, column: str, amounts: Mapping[int, int]) -> None:
        """So much more in the rows with these ids."""
        if is_sqlite():
            rows = [(amount, id) for id, amount in sorted(amounts.items())]
            self.executemany(f"UPDATE {table} SET {column} = {column} + %s WHERE id = %s", rows)
        else:
            which = f"{_unnested(('bigint', 'bigint'))} AS more(id, amount) WHERE {table}.id = more.id"
            self.bound(f"UPDATE {table} SET {column} = {column} + more.amount FROM {which}", [list(amounts), list(amounts.values())])

    def bound(self, sql: str, values: Sequence[Any]) -> None:
        """On PostgreSQL: the values apart from the SQL, in binary (%b). Django's cursor writes each of them into the text."""
        from psycopg import Cursor as Bound

        with self.wrapped:
            Bound(self.raw.connection).execute(sql, values)

    def fetchone(self) -> Any:
        return self.raw.fetchone()

    def fetchall(self) -> list[Any]:
        return list(self.raw.fetchall())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: Any) -> None:
        self.raw.close()


@lru_cache(maxsize=1024)
def _questioned(sql: str) -> str:
    return sql.replace("%s", "?")


@cache
def is_sqlite() -> bool:
    return bool(connections[RECORDS].vendor == "sqlite")


@contextmanager
def together() -> Iterator[None]:
    """What is written within waits for PostgreSQL once, not once a statement. Nothing is read there."""
    connection = connections[RECORDS]
    with connection.wrap_database_errors, nullcontext() if is_sqlite() else connection.connection.pipeline():
        yield


def _unnested(types: Iterable[str]) -> str:
    return f"unnest({', '.join(f'%b::{name}[]' for name in types)})"


def uid(id: UUID) -> Any:
    return id.hex if is_sqlite() else id


def moment(at: datetime | None) -> Any:
    return str(at.astimezone(UTC).replace(tzinfo=None)) if at is not None and is_sqlite() else at


def read_uid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def read_moment(value: Any) -> datetime:
    """Aware, in UTC."""
    read = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def marks(how_many: int) -> str:
    return ", ".join(["%s"] * how_many)


def chunks(values: list[Any], size: int = IN_ONE) -> list[list[Any]]:
    return [values[start : start + size] for start in range(0, len(values), size)]
