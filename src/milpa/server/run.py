"""`serve`: one process, or several that share a port. SIGTERM and SIGINT end it: streams at once, pages when they are done."""

import argparse
import os
import resource
import signal
import socket
import threading
from typing import Any

import django
import uvicorn

from milpa.server.protocol import Protocol
from milpa.server.supervisor import supervise

BACKLOG = 2048
# A phone that silently left is noticed in two minutes. (TCP_USER_TIMEOUT would also cut one that reads slowly but steadily: measured.)
KEEP_ALIVE = {"TCP_KEEPIDLE": 60, "TCP_KEEPINTVL": 15, "TCP_KEEPCNT": 4}
GRACE = 10  # seconds for answers under way


class Server(uvicorn.Server):
    """Ends the live streams before it waits for answers under way: they would never end by themselves."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.config.loaded_app.before_shutdown()
        await super().shutdown(sockets)


def serve(host: str, port: int, processes: int = 1) -> None:
    """Serves until SIGTERM or SIGINT. Django's settings are those of DJANGO_SETTINGS_MODULE."""
    if processes > 1:
        supervise(host, port, processes)
    else:
        serve_here(bound(host, port))


def bound(host: str, port: int, shared: bool = False) -> socket.socket:
    """A socket of our own making: what it accepts inherits its options."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in KEEP_ALIVE.items():
        if hasattr(socket, name):
            listening.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
    listening.bind((host, port))
    return listening


def config() -> uvicorn.Config:
    return uvicorn.Config(
        "milpa.server.asgi:application",
        http=Protocol,
        loop="uvloop",
        ws="none",
        lifespan="on",
        interface="asgi3",
        log_config=None,  # Django's settings log, as JSON lines
        access_log=False,
        proxy_headers=False,  # Django reads a proxy's header, where its settings say so
        server_header=False,
        backlog=BACKLOG,
        timeout_keep_alive=20,
        timeout_graceful_shutdown=GRACE,
    )


def serve_here(listening: socket.socket) -> None:
    raise_file_limit()
    server = Server(config())

    def leave(number: int, frame: Any) -> None:
        """Before the server has begun, at once. uvicorn raises the signal once more when it has ended: then there is nothing left to do."""
        if not server.started:
            raise SystemExit(0)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, leave)
    server.run(sockets=[listening])


def leave_with_supervisor() -> None:
    """A supervisor that was killed must not leave processes behind that go on answering on its port."""

    def wait() -> None:
        os.read(0, 1)  # not through sys.stdin, whose lock Python wants back when it ends
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()


def raise_file_limit() -> None:
    """Each phone that listens is an open file; many systems start with 1,024."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def main() -> None:
    """One of several processes; the supervisor starts it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--shared", action="store_true")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "milpa.settings.base")
    django.setup()  # the application imports models
    if asked.shared:
        leave_with_supervisor()
        serve_here(bound(asked.host, asked.port, shared=True))
    else:
        serve(asked.host, asked.port, asked.processes)


if __name__ == "__main__":
    main()
