"""`milpa reference`: brings the reference data to what this version's files say, and says what changed."""

import argparse
from collections.abc import Iterable
from typing import Any

from milpa.cli.start import start
from milpa.cli.verbs import N_
from milpa.cli.words import _

TABLES = {
    "isic": N_("Activities (ISIC)"),
    "places": N_("Territory"),
    "norms": N_("Size norms"),
    "worths": N_("What the norms' units are worth"),
}


def takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--replace", action="store_true", help=_("also the rows that somebody replaced (their source is another)"))


def reference(arguments: argparse.Namespace) -> None:
    from milpa.cli.migrate import bring_up

    start()
    bring_up()
    from milpa.conglomerates.loading import load_reference
    from milpa.people.roles import ROLES

    tell(load_reference(arguments.replace))
    print(_("{table}: {n} rows, the same.").format(table=_("Roles"), n=len(ROLES)))  # one table of the code itself
    _load_guide()


def tell(loaded: Iterable[Any]) -> None:
    """A line a table, and one more where somebody replaced rows of it."""
    for one in loaded:
        table = _(TABLES[one.table])
        if one.changes:
            says = _("{table}: {added} rows added, {changed} changed, {removed} taken out.")
            print(says.format(table=table, added=one.added, changed=one.changed, removed=one.removed))
        else:
            print(_("{table}: {n} rows, the same.").format(table=table, n=one.rows))
        if one.kept:
            print(
                _("{table}: {n} rows that somebody replaced stay as they are; --replace overwrites them.").format(table=table, n=one.kept)
            )


def _load_guide() -> None:
    from milpa.guide.loading import load
    from milpa.guide.models import GuideEdition

    before = GuideEdition.objects.count()
    edition = load()
    says = _("Guide: edition {number} made.") if GuideEdition.objects.count() > before else _("Guide: edition {number}, the same.")
    print(says.format(number=edition.number))
