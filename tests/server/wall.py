"""A wall of cards in a database file of its own, listened to as a stage's would be."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from milpa.server.follow import Live, SqliteFollower
from milpa.server.hub import Hub
from milpa.server.router import Router
from milpa.server.streams import Streams
from milpa.server.threads import DatabaseThread
from milpa.web.live import Board, Channel, Event
from tests.server.serving import Phone, running

WRITE = "INSERT INTO card (audience, text) VALUES (?, ?)"

WRITER = f"""
import sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=20) as connection:
    connection.executemany({WRITE!r}, [("", text) for text in sys.argv[2:]])
"""


class Wall:
    def __init__(self, directory: Path) -> None:
        self.path = directory / "milpa.sqlite3"
        self.board = Board(directory / "live.sqlite3")
        self.reads: list[tuple[str, int, str]] = []
        self.state: dict[str, Any] | None = None
        self.broken = False
        with self.opened() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("CREATE TABLE card (arrived INTEGER PRIMARY KEY, audience TEXT NOT NULL, text TEXT NOT NULL)")
        self.channel = Channel(may_listen=self.may_listen, read=self.read, state=lambda channel_id: self.state)

    def opened(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=20)

    def write(self, *texts: str, audience: str = "") -> None:
        with self.opened() as connection:
            connection.executemany(WRITE, [(audience, text) for text in texts])

    def write_elsewhere(self, *texts: str) -> None:
        """By another process, which announces nothing."""
        subprocess.run([sys.executable, "-c", WRITER, str(self.path), *texts], check=True)

    def may_listen(self, asker: Any, channel_id: str) -> str | None:
        return asker.cookies.get("audience", "phone") if channel_id == "w1" else None

    def read(self, channel_id: str, after: int, audience: str) -> list[Event]:
        self.reads.append((channel_id, after, audience))
        if self.broken:
            raise sqlite3.OperationalError("broken on purpose")
        sql = "SELECT arrived, text FROM card WHERE arrived > ? AND audience IN ('', ?) ORDER BY arrived"
        with self.opened() as connection:
            return [Event(arrived, "card", {"text": text}) for arrived, text in connection.execute(sql, (after, audience))]

    @contextmanager
    def served(self, each: float = 0.02, patience: float = 25.0, **hub: Any) -> Iterator[tuple[int, Hub]]:
        """Yields the port and the hub."""
        center, thread = Hub({"wall": self.channel}, **{"coalescing": 0.02, **hub}), DatabaseThread("beside")
        streams = Streams(center, thread, patience)
        life = Live(center, SqliteFollower(center, self.path, self.board, each))
        with running(Router({"/live/": streams}, streams, [life], before_shutdown=center.close)) as port:
            yield port, center
        thread.close()


class Listening(Phone):
    """A phone's EventSource."""

    def __init__(self, port: int, after: int | None = None, cookie: str = "", receive_buffer: int = 0, where: str = "w1") -> None:
        super().__init__(port, receive_buffer)
        headers = [f"Last-Event-ID: {after}"] if after is not None else []
        self.says("GET", f"/live/wall/{where}", *headers, *([f"Cookie: {cookie}"] if cookie else []))
        self.status = self.hears_status()
        self.body = bytearray()

    def block(self) -> bytes:
        """The next block of lines, whatever chunks it comes in."""
        while (end := self.body.find(b"\n\n")) < 0:
            size = int(self.hears(b"\r\n"), 16)
            if not size:
                raise ConnectionError("the stream ended")
            while len(self.held) < size + 2:
                more = self.socket.recv(65536)
                if not more:
                    raise ConnectionError("the server hung up")
                self.held += more
            self.body += self.cuts(size + 2)[:size]
        block = bytes(self.body[:end])
        del self.body[: end + 2]
        return block

    def event(self) -> dict[str, Any]:
        """The next event: {"id", "event", "data"}; heartbeats and `retry` are passed over."""
        while True:
            lines = dict(line.split(": ", 1) for line in self.block().decode().split("\n") if ": " in line)
            if "event" in lines:
                return {**lines, "data": orjson.loads(lines["data"])}

    def texts(self, count: int) -> list[str]:
        return [self.event()["data"]["text"] for _ in range(count)]
