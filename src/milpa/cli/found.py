"""`milpa found`: the first institution of an installation and its first person, who then invites the others."""

import argparse
from getpass import getpass

from milpa.cli.migrate import bring_up
from milpa.cli.start import start
from milpa.cli.trouble import Trouble
from milpa.cli.words import _

KINDS = ("vti", "association", "ministry", "funder", "chamber", "other")


def takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar=_("NAME"), help=_("how the institution is called"))
    parser.add_argument("--kind", choices=KINDS, default="vti", help=_("what it is; vti: a vocational training institution"))
    parser.add_argument("--person", required=True, help=_("name of its coordinator"))
    parser.add_argument("--email", required=True, help=_("e-mail with which the coordinator signs in"))
    parser.add_argument("--country", default="GT", help=_("two letters"))


def found(arguments: argparse.Namespace) -> None:
    """Asks for the password, so that it stands in no history of commands."""
    start()
    bring_up()
    from django.core.exceptions import ValidationError

    from milpa.guide.loading import load
    from milpa.people.actions.founding import First, found_institution

    first = First(arguments.person, arguments.email, getpass(_("Password of the coordinator: ")))
    try:
        found_institution(arguments.name, arguments.kind, first, country=arguments.country)
    except ValidationError as weak:
        raise Trouble(" ".join(weak.messages)) from weak
    load()
    print(_("{name} is there. `milpa run` serves it; {email} signs in.").format(name=arguments.name, email=arguments.email))
