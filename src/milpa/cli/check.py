"""`milpa check`: looks whether what is stored is what was recorded, and makes again what is only derived."""

import argparse

from milpa.cli.start import start
from milpa.cli.words import _


def takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help=_("make derived columns and guards again first"))


def check(arguments: argparse.Namespace) -> int:
    """Prints each fault on a line. 1 if there is any."""
    start()
    from milpa.ledger import check as ledger

    if arguments.repair:
        print(_("{count} rows were made again.").format(count=ledger.repair()))
    faults = 0
    for fault in ledger.problems():
        print(fault)
        faults += 1
    if faults:
        print(_("{count} faults. Restore a backup of before, or ask for help with this list.").format(count=faults))
    else:
        print(_("No fault."))
    return int(faults > 0)
