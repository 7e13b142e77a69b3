"""`milpa workshop`: a laptop and its hotspot, without internet. Finds the address that phones reach, serves there, shows its QR code."""

import argparse
import os
import sys
import threading
import time
from io import StringIO

import segno

from milpa.cli import reach
from milpa.cli.migrate import bring_up
from milpa.cli.run import confirm_date, refuse_taken_port
from milpa.cli.start import start
from milpa.cli.trouble import Trouble
from milpa.cli.words import _
from milpa.settings.environment import data_directory, value

EVERYWHERE = "0.0.0.0"  # every network of this machine: the hotspot is one of them


def takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--address", help=_("the address that phones reach, if it is found wrongly"))
    parser.add_argument("--port", type=int, default=8000, help=_("port to listen on (default: 8000)"))
    parser.add_argument("--date-is-right", action="store_true", help=_("do not ask when this machine's date looks wrong"))
    parser.add_argument("--show", action="store_true", help=_("only say the addresses and the QR code, without serving"))


def workshop(arguments: argparse.Namespace) -> None:
    found = [reach.Way(arguments.address, "")] if arguments.address else reach.ways()
    if not found:
        raise Trouble(_("This machine is in no network. Turn its hotspot on, or join the one of the phones, and run the command again."))
    origin = f"http://{found[0].address}:{arguments.port}"
    print(told(found, arguments.port), flush=True)
    if arguments.show:
        return
    refuse_taken_port(EVERYWHERE, arguments.port)
    os.environ["MILPA_ORIGIN"] = origin
    os.environ["MILPA_HOSTS"] = ",".join(hosts(found, value("MILPA_HOSTS")))
    start()
    bring_up()
    if not arguments.date_is_right:
        confirm_date()
    threading.Thread(target=_say_doors, args=(origin, arguments.port), daemon=True).start()
    from milpa.server.run import serve

    serve(EVERYWHERE, arguments.port, int(value("MILPA_PROCESSES")))


def hosts(found: list[reach.Way], named: str) -> list[str]:
    """Which names are served: those that were set, else this machine's own addresses."""
    own = [way.address for way in found]
    return named.split(",") if named not in ("", "*") else [*own, "127.0.0.1", "localhost"]


def told(found: list[reach.Way], port: int) -> str:
    """What stands in the terminal: the address, its QR code, the others, what to do when phones do not reach it."""
    first, *others = found
    address = f"http://{first.address}:{port}/w/"
    said = [_("Phones in the network of this machine open: {address}").format(address=address), code(address)]
    if others:
        listed = ", ".join(f"{way.address} ({way.name})" if way.name else way.address for way in others)
        said.append(_("If that network is not the phones', run again with --address and one of: {addresses}").format(addresses=listed))
    return "\n".join([*said, advice(first, port)])


def code(address: str) -> str:
    """The QR code in letters, for a terminal."""
    out = StringIO()
    segno.make(address, error="m", micro=False).terminal(out=out, compact=True, border=2)
    return out.getvalue()


def advice(way: reach.Way, port: int) -> str:
    """What to do when phones do not reach it."""
    lines = [
        _("When a phone does not open it:"),
        _("1. Is it in this machine's network? Phones leave one without internet: tell them to stay in it, or turn mobile data off."),
        _("2. Does the address begin with http and not https? Type it with http://"),
        _("3. Does the firewall let port {port} through? On Linux: sudo ufw allow {port}/tcp").format(port=port),
        _("4. Do other devices see each other? A guest network keeps them apart (isolation): use this machine's own hotspot."),
    ]
    if way.is_outside:
        lines.append(_("{address} is an address of the internet: phones of the room hardly reach it.").format(address=way.address))
    return "\n".join(lines)


def _say_doors(origin: str, port: int) -> None:
    """Once it answers: the workshops that can be joined, each with its address and code."""
    while not reach.answers("127.0.0.1", port):
        time.sleep(0.05)
    from milpa.workshops.models import Workshop, WorkshopClosed

    closed = WorkshopClosed.objects.standing().values("workshop")
    for row in Workshop.objects.exclude(id__in=closed).order_by("starts_at", "id"):
        print(f"{row.code}  {origin}/w/{row.slug}/  {row.title}", flush=True)
    print(_("It serves from {data}. Ctrl+C ends it; nothing is lost.").format(data=data_directory()), file=sys.stderr)
