"""An installation of the small project: a data directory, its server and its worker as processes of their own."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

from tests.harness.served import ROOT, free_port
from tests.server.serving import ask, until

STARTING = 60.0  # seconds until a server must answer; a machine full of tests takes its time

CARD = {
    "sqlite": "CREATE TABLE card (arrived INTEGER PRIMARY KEY, text TEXT NOT NULL)",
    "postgresql": "CREATE TABLE card (arrived BIGSERIAL PRIMARY KEY, text TEXT NOT NULL)",
}
PREPARE = f"""
from django.core.management import call_command
from django.db import connection
call_command("migrate", verbosity=0)
connection.cursor().execute({CARD!r}[connection.vendor])
"""


class Installation:
    def __init__(self, data: Path, address: str = "") -> None:
        self.data = data
        self.environment = {
            **os.environ,
            "MILPA_DATA": str(data),
            "MILPA_DATABASE": address,
            "DJANGO_SETTINGS_MODULE": "tests.server.small.settings",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }

    def prepares(self) -> None:
        """Makes the tables."""
        self.does(PREPARE)

    def does(self, code: str, *arguments: str) -> str:
        """Runs code in the project; what it prints."""
        line = [sys.executable, "-c", f"import sys, django; django.setup()\n{code}", *arguments]
        return subprocess.run(line, env=self.environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout

    def enqueues(self, *calls: str) -> None:
        """Enqueues tasks of `small.work`, as in "note.enqueue('folder', 'uno')", without starting a worker."""
        self.does("\n".join(["from tests.server.small.work import *", *calls]))

    def statuses(self) -> list[str]:
        """Of all tasks, in the order they were enqueued."""
        rows = self.sql("SELECT status FROM django_tasks_database_dbtaskresult ORDER BY enqueued_at")
        return [status for (status,) in rows]

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """Quicker than starting Django."""
        address = self.environment["MILPA_DATABASE"]
        opened: Any = psycopg.connect(address) if address else sqlite3.connect(self.data / "milpa.sqlite3", timeout=20)
        with closing(opened) as connection, connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def starts(self, *line: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen([sys.executable, *line], env=self.environment, cwd=ROOT, start_new_session=True)

    def starts_worker(self, idle: float = 0.5) -> "subprocess.Popen[bytes]":
        return self.starts("-c", f"import django; django.setup(); from milpa.server import worker; worker.work({idle})")

    @contextmanager
    def serving(self, *options: str) -> Iterator["Serving"]:
        port = free_port()
        process = self.starts("-m", "milpa.server.run", "127.0.0.1", str(port), *options)
        try:
            until(lambda: process.poll() is not None or answers(port), STARTING)
            assert process.poll() is None
            yield Serving(port, process)
        finally:
            kill_group(process)


class Serving:
    def __init__(self, port: int, process: "subprocess.Popen[bytes]") -> None:
        self.port, self.process = port, process

    def sign_in(self) -> str:
        cookie: Any = ask(self.port, "/sign-in/").headers["Set-Cookie"]
        return str(cookie).split(";")[0]


def answers(port: int) -> bool:
    try:
        return ask(port, "/health").status == 200
    except ConnectionError:
        return False


def kill_group(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def notes(folder: Path) -> list[str]:
    path = folder / "notes"
    return path.read_text().splitlines() if path.exists() else []
