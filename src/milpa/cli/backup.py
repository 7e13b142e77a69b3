"""`milpa backup FILE`: everything into one file, while people go on working.

`records` goes first, then the main database, then the files: what the main database names in `records`, and the files
that it names, were there before it was copied.
"""

import argparse
import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import milpa
from milpa.cli import archive, databases
from milpa.cli.progress import Progress
from milpa.cli.trouble import Trouble
from milpa.cli.words import _
from milpa.settings.environment import data_directory, value

DATABASES = {"records": "MILPA_RECORDS", "milpa": "MILPA_DATABASE"}  # in the order of copying
BESIDE = ("secret_key", "demo.json", "files")


def takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("the backup to write, ending in .tar.gz"))


def backup(arguments: argparse.Namespace) -> None:
    target: Path = arguments.file.resolve()
    write(data_directory(), target)
    print(
        _("{path}: {size:.1f} MB. Whoever has it has everything: keep it as safe as the data.").format(
            path=target, size=target.stat().st_size / 1e6
        )
    )


def write(data: Path, target: Path) -> None:
    """Writes the whole backup, or nothing. Raises Trouble if `target` exists or there is nothing to copy."""
    if target.exists():
        raise Trouble(_("{path} exists already. Choose another name: a backup overwrites nothing.").format(path=target))
    with tempfile.TemporaryDirectory(prefix=".milpa-", dir=target.parent) as beside:
        copies = dict(_copies(data, Path(beside)))
        files = {str(path.relative_to(data)): path for path in _files(data)}
        _pack(copies | files, target)


def _copies(data: Path, beside: Path) -> Iterator[tuple[str, Path]]:
    for name, setting in DATABASES.items():
        copy = beside / name
        if address := value(setting):
            with Progress(_("Copying {name}").format(name=name), 0):
                databases.dump_postgresql(address, copy)
            yield f"{name}.dump", copy
            continue
        source = data / f"{name}.sqlite3"
        if not source.exists():
            raise Trouble(_("{path} is not there: nothing to back up. Is MILPA_DATA right?").format(path=source))
        with Progress(_("Copying {name}").format(name=name), source.stat().st_size) as bar:
            databases.copy_sqlite(source, copy, bar.to)
        yield source.name, copy


def _files(data: Path) -> Iterator[Path]:
    for name in BESIDE:
        place = data / name
        yield from sorted(path for path in ([place] if place.is_file() else place.rglob("*")) if path.is_file())


def _pack(members: dict[str, Path], target: Path) -> None:
    total = sum(path.stat().st_size for path in members.values())
    with Progress(_("Packing"), total) as bar, _whole(target) as part, tarfile.open(part, "w:gz", compresslevel=6) as tar:
        writing = archive.Writing(tar, bar.to)
        for name, path in members.items():
            writing.add(name, path)
        writing.finish({"milpa": milpa.__version__, "made": datetime.now(UTC).isoformat(timespec="seconds")})


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A file beside the target that takes its name only when it is whole and on the disk."""
    part = target.with_name(f".{target.name}.part")
    part.touch(mode=0o600)
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
