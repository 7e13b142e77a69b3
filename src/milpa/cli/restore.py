"""`milpa restore FILE`: a backup into an empty data directory, after every file in it has been compared with its list."""

import argparse
import shutil
from pathlib import Path
from typing import Any

from milpa.cli import archive, databases
from milpa.cli.backup import DATABASES
from milpa.cli.progress import Progress
from milpa.cli.trouble import Trouble
from milpa.cli.words import _
from milpa.settings.environment import data_directory, value

UNPACKING = ".unpacking"


def takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("the backup to bring back"))


def restore(arguments: argparse.Namespace) -> None:
    data = data_directory()
    manifest = read(arguments.file.resolve(), data)
    print(_("{data} holds again what was backed up on {made}.").format(data=data, made=manifest["made"]))


def read(file: Path, data: Path) -> dict[str, Any]:
    """Unpacks, compares, and only then puts everything in its place. Returns the backup's manifest.

    Raises Trouble if the directory is not empty, the backup is not whole, or it is of another kind of database.
    """
    if any(data.iterdir()):
        raise Trouble(_("{data} is not empty, and a restore overwrites nothing. Name an empty directory: MILPA_DATA=…").format(data=data))
    unpacked = data / UNPACKING
    unpacked.mkdir()
    try:
        with Progress(_("Unpacking and comparing"), file.stat().st_size) as bar:
            manifest = archive.unpack(file, unpacked, bar.to)
        _refuse_other_kind(manifest)
        for name, setting in DATABASES.items():
            if address := value(setting):
                databases.load_postgresql(unpacked / f"{name}.dump", address)
                (unpacked / f"{name}.dump").unlink()
        for path in unpacked.iterdir():
            path.rename(data / path.name)
    finally:
        shutil.rmtree(unpacked)
    return manifest


def _refuse_other_kind(manifest: dict[str, Any]) -> None:
    for name, setting in DATABASES.items():
        if value(setting) and f"{name}.dump" not in manifest["files"]:
            raise Trouble(_("This backup is of SQLite, but {setting} names a PostgreSQL. Unset it to restore.").format(setting=setting))
        if not value(setting) and f"{name}.sqlite3" not in manifest["files"]:
            raise Trouble(_("This backup is of PostgreSQL. Set {setting} to the address of an empty database.").format(setting=setting))
