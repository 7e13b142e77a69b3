"""Reports, exports, CSV and print read one moment: everything inside the block sees the same state."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction


@contextmanager
def snapshot(using: str = "default") -> Iterator[None]:
    """A read-only moment: BEGIN DEFERRED on SQLite (no writer waits for it), REPEATABLE READ on PostgreSQL.

    Inside a transaction that is already open it adds nothing: that transaction's own view holds.
    """
    connection = connections[using]
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        connection.cursor().execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            connection.cursor().execute("COMMIT")
    else:
        with transaction.atomic(using=using):
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
