"""Where the suite's databases come from: migrated once for this code, then copied.

A copy takes milliseconds, so whatever needs databases of its own simply has them: each worker, each server.
"""

import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import psycopg
from django.conf import settings
from django.db import connections

from milpa.cli.code import ROOT
from milpa.cli.migrate import apply

ALIASES = {"default": "milpa", "records": "records"}
SETTINGS = {"default": "MILPA_DATABASE", "records": "MILPA_RECORDS"}


@dataclass(frozen=True, slots=True)
class Copy:
    """Two databases. `names` are what Django calls them; `environment` points a process at them."""

    names: dict[str, str]
    environment: dict[str, str]


def on_postgresql() -> bool:
    return settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


def copy(data: Path, templates: Path) -> Copy:
    """Two new databases with every table and no row but those that migrations bring. `data` becomes their data directory."""
    data.mkdir(parents=True, exist_ok=True)
    templates.mkdir(parents=True, exist_ok=True)
    share_templates(data, templates.with_name("pages"))
    with _one_at_a_time(templates):
        return _copy_databases(data) if on_postgresql() else _copy_files(data, templates)


def share_templates(data: Path, pages: Path) -> None:
    """Compiled pages are the same for every server of the suite; compiling them takes a second each time."""
    pages.mkdir(exist_ok=True)
    if not (data / "template-cache").exists():
        (data / "template-cache").symlink_to(pages)


@contextmanager
def pointed_at(copy: Copy) -> Iterator[None]:
    """Inside, this process's Django speaks to the copy, in every thread."""
    before = {alias: connections.settings[alias]["NAME"] for alias in ALIASES}
    _point(copy.names)
    try:
        yield
    finally:
        _point(before)


def _point(names: dict[str, str]) -> None:
    for alias, name in names.items():
        connections[alias].close()
        connections.settings[alias]["NAME"] = name


def _copy_files(data: Path, templates: Path) -> Copy:
    template = templates / _digest()
    if not template.exists():
        for older in templates.glob("*/"):
            shutil.rmtree(older)
        making = templates / "making"
        making.mkdir()
        _migrate(_files(making))
        making.rename(template)
    new = _files(data)
    for name in new.names.values():
        shutil.copyfile(template / Path(name).name, name)
    return new


def _digest() -> str:
    """Changes with whatever tables and the rows that migrations bring are made of; pages and rules may change without it."""
    sha256 = hashlib.sha256()
    for path in sorted((ROOT / "src" / "milpa").rglob("*")):
        parts = set(path.relative_to(ROOT).parts)
        if path.is_file() and path.suffix != ".pyc" and parts & {"migrations", "models", "models.py", "ledger", "data"}:
            sha256.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return sha256.hexdigest()[:12]


def _files(data: Path) -> Copy:
    return Copy({alias: str(data / f"{name}.sqlite3") for alias, name in ALIASES.items()}, {"MILPA_DATA": str(data)})


def _copy_databases(data: Path) -> Copy:
    template = _named("template")
    if not _existing() >= set(template.values()):
        making = _named("making")
        for name in making.values():
            _administer(f'CREATE DATABASE "{name}"')
        _migrate(Copy(making, {}))
        for alias, name in making.items():
            _administer(f'ALTER DATABASE "{name}" RENAME TO "{template[alias]}"')
    new = _named(uuid4().hex)
    for alias, name in new.items():
        _administer(f'CREATE DATABASE "{name}" TEMPLATE "{template[alias]}" STRATEGY FILE_COPY')
    return Copy(new, {"MILPA_DATA": str(data), **{SETTINGS[alias]: _address(name) for alias, name in new.items()}})


def _named(which: str) -> dict[str, str]:
    return {alias: f"{name}_{which}" for alias, name in ALIASES.items()}


def _address(name: str) -> str:
    server = settings.DATABASES["default"]
    return f"postgresql://{server['USER']}@{quote(server['HOST'], safe='')}/{name}"


def _existing() -> set[str]:
    with psycopg.connect(_address("postgres")) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database")}


def _administer(statement: str) -> None:
    with psycopg.connect(_address("postgres"), autocommit=True) as connection:
        connection.execute(statement)


def _migrate(new: Copy) -> None:
    with pointed_at(new):
        for alias in ALIASES:
            if connections[alias].vendor == "sqlite":
                connections[alias].cursor().execute("PRAGMA synchronous=OFF")  # of what is thrown away nothing has to last
            apply(alias)


@contextmanager
def _one_at_a_time(templates: Path) -> Iterator[None]:
    """Workers start together: the first migrates, the others wait for what it made."""
    with (templates / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
