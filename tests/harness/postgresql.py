"""A PostgreSQL of the suite's own: in a temporary directory, on a socket only, gone afterwards.

`python -m tests.harness.postgresql COMMAND ...` runs the command with MILPA_DATABASE and MILPA_RECORDS pointing at one.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

from tests.harness.memory import in_memory

PROGRAMS = Path("/usr/lib/postgresql")
# nothing here has to survive a power cut
FAST = {"fsync": "off", "full_page_writes": "off", "max_connections": "200", "listen_addresses": "", "timezone": "UTC"}
LASTING = {"fsync": "on", "full_page_writes": "on"}

ENDS_WITH_US = ["setpriv", "--pdeathsig", "QUIT"]  # also when the suite is killed


@contextmanager
def cluster(durable: bool = False) -> Iterator[dict[str, str]]:
    """The environment that points Milpa at a new, empty PostgreSQL. `durable`: on a disk, and what it commits survives a power cut."""
    programs = newest_programs()
    place = Path(tempfile.mkdtemp(prefix="milpa-postgresql-", dir=None if durable else in_memory()))
    chosen = FAST | LASTING if durable else FAST
    try:
        as_whom = _not_root(place)
        tables = place / "tables"
        line = [str(programs / "initdb"), "--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync", "-D", str(tables)]
        subprocess.run(line, check=True, capture_output=True, cwd="/", **as_whom)
        settings = [f"--{name}={value}" for name, value in chosen.items()]
        with (place / "log").open("wb") as log:
            server = subprocess.Popen(
                [*ENDS_WITH_US, str(programs / "postgres"), "-D", str(tables), "-k", str(place), *settings],
                cwd="/",
                stdout=log,
                stderr=log,
                **as_whom,
            )
        try:
            _wait_until_it_answers(server, place)
            yield {"MILPA_DATABASE": _address(place, "milpa"), "MILPA_RECORDS": _address(place, "records")}
        finally:
            server.send_signal(signal.SIGQUIT)  # at once, nothing is kept
            server.wait()
    finally:
        shutil.rmtree(place)


def newest_programs() -> Path:
    """The directory of initdb and postgres. Raises FileNotFoundError if there is none."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise FileNotFoundError(f"no initdb below {PROGRAMS}: run `make test`, which installs PostgreSQL, or install it")
    return found[-1].parent


def _not_root(place: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root: it is run as its own user then."""
    if os.geteuid() != 0:
        return {}
    shutil.chown(place, "postgres", "postgres")
    return {"user": "postgres", "group": "postgres"}


def _address(place: Path, name: str) -> str:
    return f"postgresql://postgres@{quote(str(place), safe='')}/{name}"


def _wait_until_it_answers(server: "subprocess.Popen[bytes]", place: Path) -> None:
    while True:
        try:
            server.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            if _answers(place):
                return
        else:
            raise RuntimeError(f"PostgreSQL did not start: {(place / 'log').read_text()}")


def _answers(place: Path) -> bool:
    try:
        psycopg.connect(_address(place, "postgres")).close()
    except psycopg.OperationalError:
        return False
    return True


def main(command: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster() as environment:
        return subprocess.run(command, env=os.environ | environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
