"""Request bodies are taken on the event loop before a thread is, so that a slow phone never holds one.

Another page waited 2.7 s behind one slow upload, 0.02 s when the body was taken first (measured). docs/rules/server.md
"""

import asyncio
import io
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from milpa.server import limits
from milpa.server.refusals import BadLength, Refusal, SignInFirst, Stalled, TooBusy, TooLarge
from milpa.server.scope import Receive, Scope, Send, header
from milpa.server.threads import on_disk

LINGER = 10.0  # seconds a refused body is still read and thrown away, so that the phone reads why


class Gone(Exception):
    """The phone hung up before its body was whole: there is nobody to answer."""


@dataclass(slots=True)
class Room:
    """What all bodies of this process take together, and may take."""

    most_memory: int = limits.ALL_IN_MEMORY
    most_disk: int = limits.ALL_ON_DISK
    memory: int = 0
    disk: int = 0

    def take(self, memory: int, disk: int = 0) -> None:
        """Raises TooBusy where there is no room."""
        if self.memory + memory > self.most_memory or self.disk + disk > self.most_disk:
            raise TooBusy
        self.memory += memory
        self.disk += disk


def spooled(most: int, directory: Path | None) -> IO[bytes]:
    """In memory up to so many bytes, beyond in a file without a name."""
    return tempfile.SpooledTemporaryFile(most, dir=str(directory) if directory else None)


@dataclass(slots=True)
class Body:
    """A whole body and the room it takes; used with `with`."""

    room: Room
    in_memory: int = 0
    file: IO[bytes] = field(default_factory=io.BytesIO)
    length: int = 0
    memory: int = 0
    disk: int = 0

    async def add(self, block: bytes) -> None:
        """Raises TooBusy."""
        if self.disk == 0 and self.memory + len(block) <= self.in_memory:
            self.room.take(len(block))
            self.memory += len(block)
            self.file.write(block)
        else:
            self.room.take(-self.memory, self.memory + len(block))
            self.memory, self.disk = 0, self.disk + self.memory + len(block)
            await on_disk(self.file.write, block)
        self.length += len(block)

    async def rewind(self) -> None:
        if self.disk:
            await on_disk(self.file.seek, 0)
        else:
            self.file.seek(0)

    def close(self) -> None:
        self.file.close()
        self.room.take(-self.memory, -self.disk)
        self.memory = self.disk = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class Bodies:
    """Takes bodies; the seconds are parameters so that tests need not wait for them."""

    def __init__(
        self,
        is_known: Callable[[Scope], Awaitable[bool]],
        spill: Path | None = None,
        room: Room | None = None,
        in_memory: int = limits.IN_MEMORY,
        idle: float = limits.IDLE,
        longest: float = limits.LONGEST,
    ) -> None:
        self.is_known, self.spill, self.room = is_known, spill, room or Room()
        self.in_memory, self.idle, self.longest = in_memory, idle, longest

    async def take(self, scope: Scope, receive: Receive) -> Body:
        """The whole body. Raises a Refusal, or Gone."""
        declared = declared_length(scope)
        if declared == 0:
            return Body(self.room)
        most = await self.most(scope, declared)
        body = Body(self.room, self.in_memory, spooled(self.in_memory, self.spill))
        try:
            await self._fill(body, receive, most, declared)
            await body.rewind()
        except BaseException:
            body.close()
            raise
        return body

    async def most(self, scope: Scope, declared: int | None) -> int:
        """The most that this request may send. Raises TooLarge or SignInFirst for a declared length beyond it."""
        most = limits.most_for(scope["path"])
        if declared is not None and declared <= limits.ANYONE:
            return limits.ANYONE
        if declared is not None and declared > most:
            raise TooLarge(most)
        if await self.is_known(scope):
            return most
        if declared is not None:
            raise SignInFirst(limits.ANYONE)
        return limits.ANYONE

    async def _fill(self, body: Body, receive: Receive, most: int, declared: int | None) -> None:
        until = time.monotonic() + self.longest
        more = True
        while more:
            block, more = await self._next(receive, until)
            if declared is not None and body.length + len(block) > declared:
                raise BadLength
            if body.length + len(block) > most:
                raise TooLarge(most) if most > limits.ANYONE else SignInFirst(most)
            if block:
                await body.add(block)
        if declared is not None and body.length != declared:
            raise BadLength

    async def _next(self, receive: Receive, until: float) -> tuple[bytes, bool]:
        """The next bytes, and whether more may come."""
        try:
            async with asyncio.timeout(max(0.0, min(self.idle, until - time.monotonic()))):
                message = await receive()
        except TimeoutError:
            raise Stalled from None
        if message["type"] != "http.request":
            raise Gone
        return message.get("body", b""), message.get("more_body", False)


def declared_length(scope: Scope) -> int | None:
    """What Content-Length says; 0 without any body, None for a chunked one. Raises BadLength."""
    lengths = {value.strip() for name, value in scope["headers"] if name == b"content-length"}
    encoding = header(scope, b"transfer-encoding").lower()
    if encoding:
        if lengths or encoding != "chunked":
            raise BadLength
        return None
    if not lengths:
        return 0
    text = lengths.pop()
    if lengths or not (text.isdigit() and len(text) < 16):
        raise BadLength
    return int(text)


async def refuse(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    """Answers, and goes on reading for a little and throws it away: who hangs up on a sender takes the answer from it too."""
    from milpa.server import refusals

    answer = refusals.answer(refusal, scope)
    assert isinstance(answer.body, bytes)
    headers = [*answer.headers, (b"content-length", str(len(answer.body)).encode()), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    shown = b"" if scope["method"] == "HEAD" else answer.body
    await send({"type": "http.response.body", "body": shown, "more_body": True})
    if not isinstance(refusal, Stalled):
        await _throw_away(receive)
    await send({"type": "http.response.body", "body": b""})


async def _throw_away(receive: Receive) -> None:
    try:
        async with asyncio.timeout(LINGER):
            message = await receive()
            while message["type"] == "http.request" and message.get("more_body", False):
                message = await receive()
    except TimeoutError:
        return
