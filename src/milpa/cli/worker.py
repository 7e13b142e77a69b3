"""`milpa worker`: does the waiting background work here and now, then ends. A running server starts its own when there is any."""

import argparse

from milpa.cli.start import start
from milpa.cli.trouble import Trouble
from milpa.cli.words import _

QUIET = 1.0  # seconds without work until it ends


def takes(parser: argparse.ArgumentParser) -> None:
    """Nothing."""


def worker(arguments: argparse.Namespace) -> None:
    start()
    from milpa.server.worker import work

    if not work(idle=QUIET):
        raise Trouble(_("A worker is at this data already: nothing to do here."))
