"""`milpa migrate`: brings both databases to this version's tables, and the reference data to its files."""

import argparse
from pathlib import Path

from milpa.cli.progress import Progress
from milpa.cli.reference import tell
from milpa.cli.start import start
from milpa.cli.trouble import Trouble
from milpa.cli.words import _

BOTH = ("records", "default")


def takes(parser: argparse.ArgumentParser) -> None:
    """Nothing."""


def migrate(arguments: argparse.Namespace) -> None:
    start()
    if not _tables_up():
        print(_("Both databases have this version's tables already."))
    from milpa.conglomerates.loading import load_reference

    tell([one for one in load_reference() if one.changes])


def bring_up() -> bool:
    """Migrates what is behind, and loads the reference data after it; whether anything was. Django is set up already."""
    behind = _tables_up()
    if behind:
        from milpa.conglomerates.loading import load_reference

        load_reference()
    return behind


def _tables_up() -> bool:
    """Migrates what is behind; whether anything was.

    Reads only the names of migrations first (5 ms), since Django's own loader takes a third of a second of each start.
    Raises Trouble for data of a newer version.
    """
    ours = on_disk()
    behind = [alias for alias in BOTH if of_database(alias, ours) - _applied(alias, ours)]
    if behind:
        with Progress(_("Preparing the tables"), len(behind)) as bar:
            for done, alias in enumerate(behind, 1):
                apply(alias)
                bar.to(done)
    return bool(behind)


def apply(alias: str) -> None:
    """Migrates one database. In `records` no other package has a table, and drawing their models takes seconds."""
    from django.core.management import call_command

    call_command("migrate", *([alias] if alias == "records" else []), database=alias, interactive=False, verbosity=0)


def of_database(alias: str, migrations: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {one for one in migrations if one[0] == alias} if alias == "records" else migrations


def on_disk() -> set[tuple[str, str]]:
    """(app, name) of every migration that this version has."""
    from django.apps import apps

    folders = ((config.label, Path(config.path) / "migrations") for config in apps.get_app_configs())
    return {(label, path.stem) for label, folder in folders for path in folder.glob("[0-9]*.py")}


def _applied(alias: str, ours: set[tuple[str, str]]) -> set[tuple[str, str]]:
    from django.apps import apps
    from django.db import connections
    from django.db.migrations.recorder import MigrationRecorder

    applied = set(MigrationRecorder(connections[alias]).applied_migrations())
    milpas = {config.label for config in apps.get_app_configs() if config.name.startswith("milpa.")}
    if newer := sorted(name for name in applied - ours if name[0] in milpas):
        tables = ".".join(newer[0])
        raise Trouble(
            _("This data is of a newer Milpa ({tables}). Install that version, or restore an older backup.").format(tables=tables)
        )
    return applied
