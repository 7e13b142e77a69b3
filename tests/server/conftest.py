import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.postgresql import cluster
from tests.server.installation import Installation


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory of the small project, with its tables."""
    data = tmp_path_factory.mktemp("small") / "data"
    Installation(data).prepares()
    return data


@pytest.fixture
def installation(prepared: Path, tmp_path: Path) -> Installation:
    """The small project on SQLite."""
    shutil.copytree(prepared, tmp_path / "data")
    return Installation(tmp_path / "data")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of an empty PostgreSQL."""
    import psycopg

    with cluster() as environment:
        address = environment["MILPA_DATABASE"]
        with psycopg.connect(address.rsplit("/", 1)[0] + "/postgres", autocommit=True) as connection:
            connection.execute("CREATE DATABASE milpa")
        yield address


@pytest.fixture(scope="session")
def on_postgresql(postgresql: str, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The small project on PostgreSQL, one for all tests."""
    made = Installation(tmp_path_factory.mktemp("postgresql") / "data", postgresql)
    made.prepares()
    return made
