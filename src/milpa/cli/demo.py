"""`milpa demo`: the demonstration, into an empty data directory.

Playing its story through the real actions takes a minute, so it is kept ready-made in the cache directory, as a backup
that this verb restores. One older than seven days is played again (the programmes of today are dated relative to the day),
and so is one of other code.
"""

import argparse
import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

from milpa.cli import backup, restore
from milpa.cli.code import ROOT, digest
from milpa.cli.migrate import bring_up
from milpa.cli.progress import Progress
from milpa.cli.start import start
from milpa.cli.trouble import Trouble
from milpa.cli.words import _
from milpa.settings.environment import data_directory, value

PLAYER = "demo.play"  # beside `src`; its `play(told)` tells the whole story through the actions; `told(done, total)` hears how far it is
MARK = "demo.json"
FRESH = 7  # days
IN_MEMORY = Path("/dev/shm")


def takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--anew", action="store_true", help=_("play it again, and replace the demonstration that is there"))
    parser.add_argument("--play-into", type=Path, help=argparse.SUPPRESS)


def demo(arguments: argparse.Namespace) -> None:
    if arguments.play_into:
        play(data_directory(), arguments.play_into)
        return
    data = data_directory()
    if any(data.iterdir()) and not (arguments.anew and is_demo(data)):
        raise Trouble(_("{data} is not empty. Name an empty directory: MILPA_DATA=…").format(data=data))
    load(data, anew=arguments.anew)
    print(_("{data} holds the demonstration. `milpa run` serves it.").format(data=data))


def is_demo(data: Path) -> bool:
    return (data / MARK).exists()


def load(data: Path, anew: bool = False) -> None:
    """Puts the demonstration in place of whatever is in the directory."""
    if value("MILPA_DATABASE") or value("MILPA_RECORDS"):
        raise Trouble(_("The demonstration lives in SQLite. Unset MILPA_DATABASE and MILPA_RECORDS to load it."))
    ready = ready_made(anew)
    for path in data.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    restore.read(ready, data)


def age(data: Path) -> int:
    """Days since the story that this directory holds was played."""
    played = json.loads((data / MARK).read_text(encoding="utf-8"))["played"]
    return (datetime.now(UTC).date() - date.fromisoformat(played)).days


def ready_made(anew: bool = False) -> Path:
    """The ready-made file of this code, played now if there is none or it is too old."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "milpa"
    folder.mkdir(parents=True, exist_ok=True)
    ready = folder / f"demo-{digest()}.tar.gz"
    with _one_at_a_time(folder):
        for path in folder.glob("demo-*.tar.gz"):
            if time.time() - path.stat().st_mtime > FRESH * 24 * 3600 or (anew and path == ready):
                path.unlink()
        if not ready.exists():
            _play_beside(ready)
    return ready


def play(data: Path, ready: Path) -> None:
    """Plays the story into this empty data directory and packs it. A process of its own does this."""
    start()
    bring_up()
    (data / MARK).write_text(json.dumps({"played": datetime.now(UTC).date().isoformat(), "code": digest()}), encoding="utf-8")
    sys.path.append(str(ROOT))
    with Progress(_("Playing the demonstration"), 100) as bar:
        import_module(PLAYER).play(lambda done, total: bar.to(100 * done // total))
    backup.write(data, ready)


def _play_beside(ready: Path) -> None:
    where = IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None  # else each action's commit waits for the disk
    with tempfile.TemporaryDirectory(prefix="milpa-demo-", dir=where) as data:
        own = {"MILPA_DATA": data, "MILPA_DATABASE": "", "MILPA_RECORDS": "", "MILPA_SECRET_KEY": ""}
        line = [sys.executable, "-m", "milpa.cli", "demo", "--play-into", str(ready)]
        if subprocess.run(line, env=os.environ | own, check=False).returncode:
            raise Trouble(_("The demonstration could not be played; what stopped it stands above."))


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Two starts at once: one plays, the other waits for the file."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
