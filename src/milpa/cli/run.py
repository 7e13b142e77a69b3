"""`milpa run`: prepares the tables if need be, and serves."""

import argparse
import os
import socket
import sys
import threading
import time

from milpa.cli import demo
from milpa.cli.migrate import bring_up
from milpa.cli.start import start
from milpa.cli.trouble import Trouble
from milpa.cli.words import _
from milpa.settings.environment import data_directory, value


def takes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help=_("address to listen on (default: only this machine)"))
    parser.add_argument("--port", type=int, default=8000, help=_("port to listen on (default: 8000)"))
    parser.add_argument("--demo", action="store_true", help=_("load the demonstration if the data directory is empty"))
    parser.add_argument("--date-is-right", action="store_true", help=_("do not ask when this machine's date looks wrong"))


def run(arguments: argparse.Namespace) -> None:
    refuse_taken_port(arguments.host, arguments.port)
    os.environ.setdefault("MILPA_ORIGIN", f"http://{arguments.host}:{arguments.port}")
    data = data_directory()
    if arguments.demo and not any(data.iterdir()):
        demo.load(data)
    start()
    bring_up()
    if not arguments.date_is_right and not demo.is_demo(data):
        confirm_date()
    if demo.is_demo(data):
        threading.Thread(target=_say_who, args=(arguments,), daemon=True).start()
    from milpa.server.run import serve

    serve(arguments.host, arguments.port, int(value("MILPA_PROCESSES")))


def refuse_taken_port(host: str, port: int) -> None:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as error:
            said = _("Port {port} of {host} cannot be had ({reason}). Name another: --port 8001, or make run PORT=8001.")
            raise Trouble(said.format(port=port, host=host, reason=error.strerror)) from error


def confirm_date() -> None:
    """Whatever is recorded keeps its moment for ever, so a person looks at a date that cannot be right."""
    from milpa.ledger import clock

    doubt = clock.doubt()
    if doubt is None:
        return
    if not sys.stdin.isatty():
        raise Trouble(_("{doubt} Set the date, or run again with --date-is-right.").format(doubt=doubt))
    if input(_("{doubt} Is the date right? (yes/no) ").format(doubt=doubt)).strip().lower() not in {"y", "yes", "s", "si", "sí"}:
        raise Trouble(_("Set this machine's date and run again."))


def _say_who(arguments: argparse.Namespace) -> None:
    """Once it answers: the demonstration's sign-in link for each role, as `role URL`."""
    from milpa.people import demo_links

    while not _is_open(arguments.host, arguments.port):
        time.sleep(0.02)
    days = demo.age(data_directory())
    if days > demo.FRESH:
        print(_("The demonstration is {days} days old; `make demo` plays it again.").format(days=days), file=sys.stderr)
    for slug, url in demo_links.links(value("MILPA_ORIGIN")):
        print(slug, url, flush=True)


def _is_open(host: str, port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex((host, port)) == 0
