"""Real sockets for the server's tests: an application under uvicorn in a thread, and phones of any speed."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from milpa.server.bodies import Bodies
from milpa.server.figures import Figures
from milpa.server.pool import Application, Pool
from milpa.server.protocol import Protocol
from milpa.server.router import Door, Lasting, Pages, Router
from milpa.server.run import Server, bound, config

PATIENCE = 30.0


def until(holds: Callable[[], Any], patience: float = PATIENCE) -> Any:
    """What `holds` answers as soon as it is true."""
    deadline = time.monotonic() + patience
    pause = threading.Event()
    while not (found := holds()):
        assert time.monotonic() < deadline, "waited in vain"
        pause.wait(0.005)
    return found


@contextmanager
def running(app: Router, protocol: type[Protocol] = Protocol) -> Iterator[int]:
    """Serves the application on a free port of this machine; yields the port."""
    settings = config()
    settings.app, settings.http, settings.timeout_graceful_shutdown = app, protocol, 1
    listening = bound("127.0.0.1", 0)
    server = Server(settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        until(lambda: server.started or not thread.is_alive())
        assert server.started
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        assert not thread.is_alive()


async def anyone(scope: Any) -> bool:
    return True


async def nobody(scope: Any) -> bool:
    return False


class PoolLife:
    def __init__(self, pool: Pool) -> None:
        self.pool = pool

    async def start(self) -> None:
        pass

    async def stop(self) -> None:
        self.pool.close(lambda: None)


def site(
    application: Application,
    files: Path,
    is_known: Callable[[Any], Awaitable[bool]] = anyone,
    doors: dict[str, Door] | None = None,
    lasting: list[Lasting] | None = None,
    **bodies: Any,
) -> Router:
    """A router around a WSGI application, with the limits that a test wants."""
    pool = Pool(application, files, files)
    taking = Bodies(is_known, files, **bodies)
    figures = Figures()
    router = Router(doors or {}, Pages(taking, pool, figures), [PoolLife(pool), *(lasting or [])], figures)
    router.pool, router.bodies = pool, taking  # type: ignore[attr-defined]  # for tests to look into
    return router


def ask(port: int, path: str, method: str = "GET", body: Any = None, **headers: str) -> http.client.HTTPResponse:
    """One request on a connection of its own; the answer is read whole: `.content`, `.json()`."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer: Any = connection.getresponse()
    answer.content = answer.read()
    answer.plain = lambda: json.loads(answer.content)
    connection.close()
    return answer


class Phone:
    """A raw connection that sends and reads as slowly as a test wants."""

    def __init__(self, port: int, receive_buffer: int = 0) -> None:
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(("127.0.0.1", port))
        self.held = bytearray()

    def __enter__(self) -> "Phone":
        return self

    def __exit__(self, *error: object) -> None:
        self.socket.close()

    def says(self, method: str, path: str, *headers: str, body: bytes = b"") -> None:
        head = "".join(f"{line}\r\n" for line in (f"{method} {path} HTTP/1.1", "Host: test", *headers))
        self.socket.sendall(head.encode() + b"\r\n" + body)

    def sends(self, data: bytes) -> None:
        self.socket.sendall(data)

    def hears(self, end: bytes) -> bytes:
        """Up to and with `end`. Raises ConnectionError if the server hangs up before."""
        while end not in self.held:
            block = self.socket.recv(65536)
            if not block:
                raise ConnectionError(self.held)
            self.held += block
        return self.cuts(self.held.index(end) + len(end))

    def cuts(self, length: int) -> bytes:
        """The first bytes of what was heard and not yet read."""
        heard = bytes(self.held[:length])
        del self.held[:length]
        return heard

    def hears_all(self) -> bytes:
        """Until the server hangs up, also if it does so rudely."""
        blocks = [self.cuts(len(self.held))]
        with suppress(ConnectionError):
            while block := self.socket.recv(65536):
                blocks.append(block)
        return b"".join(blocks)

    def hears_status(self) -> int:
        return int(self.hears(b"\r\n\r\n").split()[1])
