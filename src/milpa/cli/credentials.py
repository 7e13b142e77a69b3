"""`milpa credentials new|list|rotate|revoke`: keys of the tools that write or read learning records at /xapi/."""

import argparse
import sys
from datetime import timedelta
from typing import Any

from milpa.cli.migrate import bring_up
from milpa.cli.start import start
from milpa.cli.words import _

DAY = 24


def takes(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="do", required=True, metavar=_("WHAT"))
    new = verbs.add_parser("new", help=_("make a key and its secret, which is shown once"))
    new.add_argument("name", metavar=_("NAME"), help=_("how the tool is called"))
    new.add_argument("--scope", action="append", required=True, metavar=_("SCOPE"), help=_("what it may; again for each further one"))
    shown = verbs.add_parser("list", help=_("show all, without their secrets"))
    rotated = verbs.add_parser("rotate", help=_("give it a new secret, which is shown once"))
    rotated.add_argument("--grace", type=int, default=DAY, metavar=_("HOURS"), help=_("how long the old secret goes on (24)"))
    revoked = verbs.add_parser("revoke", help=_("let it in no more, from now on"))
    for one in (rotated, revoked):
        one.add_argument("which", metavar=_("NAME_OR_KEY"))
    for one in (new, shown, rotated, revoked):
        one.add_argument("--institution", metavar=_("NAME"), help=_("whose; needed where there are several"))


def credentials(arguments: argparse.Namespace) -> None:
    start()
    bring_up()
    {"new": _new, "list": _list, "rotate": _rotate, "revoke": _revoke}[arguments.do](arguments)


def _new(arguments: argparse.Namespace) -> None:
    from milpa.cli.whose import institution_called
    from milpa.records.access.credentials import make_credential

    asked = [scope for given in arguments.scope for scope in given.replace(",", " ").split()]
    _show(make_credential(institution_called(arguments.institution).id, arguments.name, asked, by=None))


def _list(arguments: argparse.Namespace) -> None:
    from milpa.cli.whose import institution_called
    from milpa.records.models import Credential

    for one in Credential.objects.of(institution_called(arguments.institution).id).order_by("made_at"):
        used = _("last used {moment}").format(moment=one.used_at.isoformat(" ", "minutes")) if one.used_at else _("never used")
        ended = _("revoked {moment}").format(moment=one.revoked_at.isoformat(" ", "minutes")) if one.revoked_at else used
        print(f"{one.key}  {one.name}  [{one.scopes}]  {ended}")


def _rotate(arguments: argparse.Namespace) -> None:
    from milpa.records.access.credentials import rotate

    _show(rotate(_found(arguments), timedelta(hours=arguments.grace), by=None))


def _revoke(arguments: argparse.Namespace) -> None:
    from milpa.records.access.credentials import revoke

    found = _found(arguments)
    revoke(found, by=None)
    print(_("{name} is revoked; a running server lets it in no more within five seconds.").format(name=found.name))


def _found(arguments: argparse.Namespace) -> Any:
    """The credential in force with that key or name."""
    from django.db.models import Q

    from milpa.cli.whose import institution_called
    from milpa.records.access.refusals import NoSuchCredential
    from milpa.records.models import Credential

    own = Credential.objects.of(institution_called(arguments.institution).id).standing()
    found = own.filter(Q(key=arguments.which) | Q(name=arguments.which)).first()
    if found is None:
        raise NoSuchCredential
    return found


def _show(shown: Any) -> None:
    """On lines of their own, so that a program can read them."""
    print(f"key {shown.credential.key}")
    print(f"secret {shown.secret}", flush=True)
    print(_("Keep the secret now: it is not shown again."), file=sys.stderr)
