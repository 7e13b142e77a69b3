"""A record store of its own, empty, served on this machine."""

import base64
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
from tests.harness.postgresql import cluster

from bench.records.client import Endpoint
from bench.site import ROOT, Site, _group

CREDENTIAL = """
import django; django.setup()
from uuid import UUID
from milpa.records.access.credentials import make_credential
shown = make_credential(UUID(int=1), "bench", ["all"], by=None)
print(shown.credential.key, shown.secret)
"""


@dataclass(slots=True)
class Store:
    site: Site
    authorization: str
    data: Path
    database: str  # "SQLite" or "PostgreSQL"

    @property
    def port(self) -> int:
        return self.site.port

    @property
    def endpoint(self) -> Endpoint:
        return Endpoint(self.authorization, self.port)

    def used(self) -> float:
        """Seconds of the processor that its processes have taken."""
        return used_by(self.site.process.pid)

    def memory(self) -> float:
        """Memory of its own, without mapped files, of all its processes: MB."""
        return sum(_anonymous(pid) for pid in _group(self.site.process.pid)) / 1024

    def bytes_stored(self) -> int:
        """Of the records database on SQLite, with what its log has not given to it yet."""
        return sum(path.stat().st_size for path in self.data.glob("records.sqlite3*"))

    def start_again(self) -> None:
        self.site = Site(self.data, 1)


def used_by(leader: int) -> float:
    """Of a process and of all in its group."""
    return sum(_used(pid) for pid in _group(leader)) if leader else 0.0


def _used(pid: int) -> float:
    with suppress(OSError):
        user, system = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _anonymous(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss_Anon:"):
                return int(line.split()[1])
    return 0


@contextmanager
def store(postgresql: bool = False) -> Iterator[Store]:
    before = dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="milpa-records-") as place:
        data = Path(place, "data")
        data.mkdir()
        if not postgresql:
            yield from _served(data, "SQLite", {})
            return
        try:
            with cluster(durable=True) as environment:
                os.environ.update(environment)
                _make_databases(environment)
                yield from _served(data, "PostgreSQL", environment)
        finally:
            os.environ.clear()
            os.environ.update(before)


def _make_databases(environment: dict[str, str]) -> None:
    server = environment["MILPA_DATABASE"].rpartition("/")[0]
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        for name in ("milpa", "records"):
            connection.execute(f"CREATE DATABASE {name}")


def _served(data: Path, database: str, environment: dict[str, str]) -> Iterator[Store]:
    own = {"MILPA_DATA": str(data), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "DJANGO_SETTINGS_MODULE": "milpa.settings.base"}
    subprocess.run([sys.executable, "-m", "milpa.cli", "migrate"], env=os.environ | environment | own, check=True, capture_output=True)
    made = subprocess.run(
        [sys.executable, "-c", CREDENTIAL], env=os.environ | environment | own, check=True, capture_output=True, text=True
    )
    key, secret = made.stdout.split()
    site = Site(data, 1)
    made_store = Store(site, "Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode(), data, database)
    try:
        yield made_store
    finally:
        made_store.site.end()
