"""`milpa VERB`: finds the verb, and turns whatever stops it into one line that says what to do."""

import argparse
import sys
from importlib import import_module

from milpa.cli import messages, trouble
from milpa.cli.verbs import VERBS
from milpa.cli.words import _


def reader() -> argparse.ArgumentParser:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="milpa", description=_("Train the small enterprises of a sector together with them."))
    verbs = parser.add_subparsers(dest="verb", required=True, metavar=_("VERB"))
    for name, says in VERBS.items():
        module = import_module(f"milpa.cli.{name}")
        verb = verbs.add_parser(name, help=_(says), description=_(says))
        verb.set_defaults(does=getattr(module, name))
        module.takes(verb)
    return parser


def main(words: list[str] | None = None) -> int:
    """Does what the words say. Returns the exit status."""
    sys.excepthook = trouble.tell
    messages.compile_stale()
    arguments = reader().parse_args(words)
    return int(arguments.does(arguments) or 0)


if __name__ == "__main__":
    sys.exit(main())
