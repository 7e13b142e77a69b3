"""A phone of the room: it listens, it sends, and it remembers when it heard what."""

import asyncio
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httptools
import orjson

TOKEN = "b" * 32  # cross-site protection compares the cookie with the form: a phone may choose both


@dataclass(slots=True)
class Phone:
    port: int
    slug: str
    workshop: str
    cookie: str
    heard: dict[str, float] = field(default_factory=dict)  # card id, or "screen:voting", "screen:counted" with what it shows -> when
    connected: int = 0
    reader: asyncio.StreamReader | None = None
    writer: asyncio.StreamWriter | None = None
    listening: "asyncio.Task[None] | None" = None

    async def listen(self, until: asyncio.Event) -> None:
        """Connects, and again within a second when the connection is lost, as a browser does."""
        after = ""
        while not until.is_set():
            try:
                after = await self._stream(after, until)
            except OSError:
                await asyncio.sleep(1)

    async def _stream(self, after: str, until: asyncio.Event) -> str:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        last = f"Last-Event-ID: {after}\r\n" if after else ""
        writer.write(
            f"GET /live/workshop/{self.workshop} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {self.cookie}\r\n{last}\r\n".encode()
        )
        try:
            name = ""
            while not until.is_set() and (line := await reader.readline()):
                if line.startswith(b"event: "):
                    name = line[7:].strip().decode()
                elif line.startswith(b"id: "):
                    after = line[4:].strip().decode()
                elif line.startswith(b"data: "):
                    self._hear(name, line[6:])
        finally:
            writer.close()
        return after

    def _hear(self, name: str, data: bytes) -> None:
        now = time.perf_counter()
        if name == "card":
            self.heard.setdefault(orjson.loads(data)["id"], now)
        elif name == "state":
            self.connected += 1
        elif name == "screen":
            self.heard.setdefault(f"screen:{orjson.loads(data)['mode']}", now)

    async def send(self, path: str, fields: list[tuple[str, str]]) -> int:
        """The answer's status, over a connection that stays open; once more over another if the server had closed it. Raises OSError."""
        try:
            return await self._send(path, fields)
        except ConnectionError:
            return await self._send(path, fields)  # every form carries the id of its fact: what is known is answered as stored

    async def _send(self, path: str, fields: list[tuple[str, str]]) -> int:
        body = urlencode([*fields, ("csrfmiddlewaretoken", TOKEN)]).encode()
        head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {self.cookie}; csrftoken={TOKEN}\r\n"
            f"Accept: application/json\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        if self.reader is None or self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        answer = _Answer()
        self.writer.write(head.encode() + body)
        try:
            while not answer.whole:
                data = await self.reader.read(65_536)
                if not data:
                    raise ConnectionResetError("the server hung up")
                answer.parser.feed_data(data)
        except OSError:
            self.reader = self.writer = None
            raise
        return int(answer.parser.get_status_code())


class _Answer:
    def __init__(self) -> None:
        self.whole, self.parser = False, httptools.HttpResponseParser(self)

    def on_message_complete(self) -> None:
        self.whole = True
