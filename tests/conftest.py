"""What every test may ask for. The suite runs on SQLite; with MILPA_DATABASE and MILPA_RECORDS set, its part that touches a database
runs on that PostgreSQL (`python -m tests.harness.postgresql pytest`)."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from hypothesis import HealthCheck

from milpa.cli.messages import compile_stale
from tests.harness import databases, emptying, snapshot
from tests.harness.served import Seed, Served
from tests.world import World, make_world

pytest_plugins = ["tests.harness.browser"]

OWN = "milpa-test-"  # how `milpa.settings.test` names the directories that it makes
# on PostgreSQL these are not even read: none of their tests would run there
collect_ignore_glob = ["*/views/*", "*/rules/*", "demo/*", "measures/*", "guards/*"] if databases.on_postgresql() else []
TOUCH_A_DATABASE = {"db", "transactional_db", "served", "world"}


def pytest_configure(config: pytest.Config) -> None:
    compile_stale()
    databases.share_templates(settings.DATA, Path(config.cache.mkdir("pages")))
    emptying.instead_of_flush()
    hypothesis.settings.register_profile("milpa", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
    hypothesis.settings.load_profile("milpa")


def pytest_unconfigure(config: pytest.Config) -> None:
    if settings.DATA.name.startswith(OWN):  # never a directory that someone named
        shutil.rmtree(settings.DATA, ignore_errors=True)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes(config: pytest.Config, specs: list[Any]) -> None:
    """Each worker has a data directory of its own, as it has databases of its own."""
    for spec in specs:
        spec.env["MILPA_DATA"] = tempfile.mkdtemp(prefix=OWN)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that use a browser are marked so. On PostgreSQL only those run that touch a database, without a browser and without views."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
    if databases.on_postgresql():
        left_out = [item for item in items if not _is_of_databases(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _is_of_databases(item)]


def _is_of_databases(item: pytest.Item) -> bool:
    """Pages, printed documents and the demonstration ask through the same models, actions and reads as everything else: they run on
    SQLite only."""
    module = getattr(item, "module", None)
    draws = {"views", "demo"} & set(item.path.parts) or any(hasattr(module, name) for name in ("PdfReader", "Document"))
    asks = "client" in getattr(item, "fixturenames", ()) or hasattr(module, "Client")
    if item.get_closest_marker("browser") or draws or asks:
        return False
    return item.get_closest_marker("django_db") is not None or bool(TOUCH_A_DATABASE & set(getattr(item, "fixturenames", ())))


def pytest_runtest_setup(item: pytest.Item) -> None:
    snapshot.begin()


@pytest.fixture(scope="session")
def templates(pytestconfig: pytest.Config) -> Path:
    """Where migrated databases are kept between runs of the same code."""
    return Path(pytestconfig.cache.mkdir("databases"))


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any, templates: Path, tmp_path_factory: Any) -> Iterator[None]:
    """This worker's databases, in place of pytest-django's: files on SQLite too, so that threads and processes see the same rows."""
    with django_db_blocker.unblock():
        copy = databases.copy(tmp_path_factory.mktemp("databases"), templates)
    with databases.pointed_at(copy):
        yield


@pytest.fixture
def world(db: None) -> World:
    """Ana, Beto, Carmen and the others, as `tests/world.py` introduces them."""
    return snapshot.put(make_world)


@pytest.fixture
def served(django_db_setup: None, django_db_blocker: Any, templates: Path, tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """`served(seed)` starts a real server on databases that `seed()` has filled, and points this test's Django at them.

    Ask for no `db` beside it. `served(seed, MILPA_PROCESSES="2")` sets what can be set from outside.
    """
    started: list[Served] = []
    with ExitStack() as at_the_end, django_db_blocker.unblock():

        def start(seed: Seed | None = None, **set_to: str) -> Served:
            data = tmp_path / f"data-{len(started)}"
            copy = databases.copy(data, templates)
            at_the_end.enter_context(databases.pointed_at(copy))
            site = Served(data, copy, seed() if seed else None, set_to)
            at_the_end.callback(site.kill)
            site.start()
            started.append(site)
            return site

        yield start
