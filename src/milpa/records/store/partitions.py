"""On PostgreSQL each month of statements is a table of its own: made by the writer when the first statement of a month comes.

What was stored in a month before its table was made lies in the default partition, and stays there.
"""

from datetime import UTC, datetime

from milpa.records.store import dialect

_made: set[str] = set()


def ensure(*moments: datetime) -> None:
    """Makes the tables of these moments' months, in the writer's transaction. Nothing to do on SQLite."""
    if dialect.is_sqlite():
        return
    for month in {moment.astimezone(UTC).strftime("%Y_%m") for moment in moments} - _made:
        _make(month)
        _made.add(month)


def forget() -> None:
    """What a transaction that was rolled back had made is not there."""
    _made.clear()


def _make(month: str) -> None:
    year, number = (int(part) for part in month.split("_"))
    first, after = f"{year}-{number:02}-01", f"{year + number // 12}-{number % 12 + 1:02}-01"
    with dialect.Cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [f"records_statement_{month}"])
        if cursor.fetchone()[0] is not None:
            return
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM records_statement_other WHERE recorded_at >= %s AND recorded_at < %s)", [f"{first}Z", f"{after}Z"]
        )
        if not cursor.fetchone()[0]:
            # the values are numbers of ours: a partition's bounds cannot be parameters
            cursor.execute(
                f"CREATE TABLE records_statement_{month} PARTITION OF records_statement "
                f"FOR VALUES FROM ('{first} 00:00:00+00') TO ('{after} 00:00:00+00')"
            )
