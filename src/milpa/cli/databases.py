"""Copies of a database that is in use, and back: SQLite by its online backup, PostgreSQL by its own dump."""

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

from milpa.cli.archive import Tell
from milpa.cli.trouble import Trouble
from milpa.cli.words import _

PAGES = 2000


def copy_sqlite(source: Path, target: Path, told: Tell) -> None:
    """Copies one moment of the database, while others write. `told` hears the bytes copied.

    The read transaction is opened first: without it each write by another process would start the copy again.
    """
    with _closing(source) as reading, _closing(target) as writing:
        reading.execute("BEGIN")
        size = reading.execute("PRAGMA page_size").fetchone()[0]
        reading.execute("SELECT count(*) FROM sqlite_master").fetchone()
        reading.backup(writing, pages=PAGES, progress=lambda _status, left, total: told((total - left) * size))
        writing.execute("PRAGMA journal_mode=DELETE")


class _closing:
    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)

    def __enter__(self) -> sqlite3.Connection:
        return self.connection

    def __exit__(self, *_error: object) -> None:
        self.connection.close()


def dump_postgresql(address: str, target: Path) -> None:
    """One moment of the database, in pg_dump's own format."""
    _program("pg_dump", address, "--format=custom", f"--file={target}")


def load_postgresql(source: Path, address: str) -> None:
    """Brings a dump into an empty database, whole or not at all. Raises Trouble if there is anything in it."""
    import psycopg  # a machine with SQLite only never needs it
    from psycopg.conninfo import conninfo_to_dict

    with psycopg.connect(address) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()").fetchone()
    if tables and tables[0]:
        raise Trouble(_("The database {name} is not empty. Name an empty one.").format(name=conninfo_to_dict(address)["dbname"]))
    _program("pg_restore", address, "--single-transaction", str(source))


def _program(name: str, address: str, *words: str) -> None:
    """Runs one of PostgreSQL's programs. The password goes by environment: others on the machine can read a command line."""
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    command = str(newest[-1]) if newest else shutil.which(name)
    if command is None:
        raise Trouble(_("{program} is missing. Install PostgreSQL's client (postgresql-client).").format(program=name))
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    parts = conninfo_to_dict(address)
    environment = os.environ | {"PGPASSWORD": str(parts.pop("password", "") or "")}
    line = [command, "--no-owner", "--no-privileges", f"--dbname={make_conninfo('', **parts)}", *words]
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [str(done.returncode)])[-1]
        raise Trouble(_("{program} could not finish: {reason}").format(program=name, reason=reason))
