"""`milpa records export|rebuild`: the learning records as Parquet files by closed months; what is derived from them, made again."""

import argparse
from pathlib import Path

from milpa.cli.migrate import bring_up
from milpa.cli.progress import Progress
from milpa.cli.start import start
from milpa.cli.words import _


def takes(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="do", required=True, metavar=_("WHAT"))
    exported = verbs.add_parser("export", help=_("write closed months as Parquet files, those that are not there yet"))
    exported.add_argument("directory", type=Path, metavar=_("DIRECTORY"), help=_("where institution=…/month=… are made"))
    exported.add_argument("--institution", metavar=_("NAME"), help=_("only of this one; its name or id"))
    exported.add_argument("--month", default="", metavar="2026-10", help=_("only this month"))
    exported.add_argument("--again", action="store_true", help=_("also those that are there: what was withdrawn since is then marked"))
    rebuilt = verbs.add_parser("rebuild", help=_("read all statements again, and make progress and all else that follows from them anew"))
    rebuilt.add_argument("--index", action="store_true", help=_("also the index by which statements are found"))


def records(arguments: argparse.Namespace) -> None:
    start()
    bring_up()
    {"export": _export, "rebuild": _rebuild}[arguments.do](arguments)


def _export(arguments: argparse.Namespace) -> None:
    """Prints each file that was written on a line."""
    from milpa.cli.whose import institution_called
    from milpa.records.exporting.parquet import export
    from milpa.records.store.counting import Numbers

    institution = institution_called(arguments.institution).id if arguments.institution else None
    with Progress(_("Exporting statements"), Numbers.read().arrived) as bar:
        told = {"institution": institution, "month": arguments.month, "again": arguments.again}
        written = export(arguments.directory, tell=lambda done, _all: bar.to(done), **told)
    for path in written:
        print(path)
    print(_("{n} files written.").format(n=len(written)))


def _rebuild(arguments: argparse.Namespace) -> None:
    from milpa.records.store.counting import Numbers
    from milpa.records.store.replaying import index_again, rebuild

    with Progress(_("Reading statements"), Numbers.read().arrived) as bar:
        read = rebuild(lambda done, _all: bar.to(done))
    if arguments.index:
        with Progress(_("Indexing statements"), read) as bar:
            index_again(lambda done, _all: bar.to(done))
    print(_("{n} statements were read again.").format(n=read))
