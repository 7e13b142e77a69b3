"""The command as a person runs it, and small data directories for it."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.harness import databases
from tests.harness.postgresql import cluster
from tests.harness.served import ROOT

Milpa = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def milpa(tmp_path: Path) -> Milpa:
    """`milpa("backup", "file", MILPA_DATA="…")` runs the command in English, on SQLite in `tmp_path/data` unless told otherwise."""

    def run(*words: str, **set_to: str) -> "subprocess.CompletedProcess[str]":
        own = {"PYTHONPATH": str(ROOT / "src"), "DJANGO_SETTINGS_MODULE": "milpa.settings.base", "LANG": "C.UTF-8", "LANGUAGE": ""}
        no_database = {"MILPA_DATA": str(tmp_path / "data"), "MILPA_DATABASE": "", "MILPA_RECORDS": ""}
        line = [sys.executable, "-m", "milpa.cli", *words]
        environment = os.environ | own | no_database | set_to
        return subprocess.run(line, env=environment, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def tables(tmp_path: Path, django_db_setup: None, templates: Path) -> None:
    """The command's data directory has all tables, as the template has them: migrating anew takes ten seconds."""
    if not databases.on_postgresql():
        databases.copy(tmp_path / "data", templates)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with two databases of one table each, a file that someone uploaded and the secret key."""
    place = tmp_path / "data"
    (place / "files" / "ab").mkdir(parents=True)
    (place / "files" / "ab" / "photo.webp").write_bytes(b"picture" * 1000)
    (place / "secret_key").write_text("kept")
    for name in ("milpa", "records"):
        connection = sqlite3.connect(place / f"{name}.sqlite3", isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE card (text)")
        connection.execute("BEGIN")  # one wait for the disk instead of five hundred
        connection.executemany("INSERT INTO card VALUES (?)", [(f"{name} {number}",) for number in range(500)])
        connection.execute("COMMIT")
        connection.close()
    return place


def cards(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        return int(connection.execute("SELECT count(*) FROM card").fetchone()[0])


@pytest.fixture(scope="session")
def postgresql() -> Iterator[dict[str, str]]:
    """A PostgreSQL of the command's own, with both databases made and empty."""
    import psycopg

    with cluster() as environment:
        server = environment["MILPA_DATABASE"].rpartition("/")[0]
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            for name in ("milpa", "records"):
                connection.execute(f"CREATE DATABASE {name}")
        yield environment
