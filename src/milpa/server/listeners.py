"""Who listens: a stream of server-sent events, or one question that waits. Both are offered the same batches."""

import asyncio
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import orjson

from milpa.web.live import Event

MOST_WAITING = 100  # batches a phone may be behind
MOST_BYTES = 1_000_000
BEAT = b":\n\n"


@dataclass(frozen=True, slots=True)
class Message:
    """Encoded once for all: `arrived` is 0 for a state."""

    arrived: int
    name: str
    data: bytes

    @classmethod
    def of_event(cls, event: Event) -> Self:
        return cls(event.arrived, event.name, orjson.dumps(event.data))

    @classmethod
    def of_state(cls, name: str, data: Mapping[str, object]) -> Self:
        return cls(0, name, orjson.dumps(data))

    @classmethod
    def of_text(cls, name: str, data: str) -> Self:
        return cls(0, name, data.encode())

    @property
    def sse(self) -> bytes:
        start = b"id: %d\n" % self.arrived if self.arrived else b""
        return b"%bevent: %b\ndata: %b\n\n" % (start, self.name.encode(), self.data)


class Batch:
    """What one look found for listeners at the same position: events, then the states that they lack."""

    def __init__(self, events: list[Message], states: list[Message], all_states: Mapping[str, Message]) -> None:
        self.events, self.states, self.all_states = events, states, all_states

    @cached_property
    def sse(self) -> bytes:
        return b"".join(message.sse for message in [*self.events, *self.states])

    @cached_property
    def mark(self) -> str:
        """Tells one set of states from another, the same on every process."""
        return f"{zlib.crc32(b''.join(self.all_states[name].sse for name in sorted(self.all_states))):08x}"


class Listener:
    """Its position `at` is the `arrived` of the last event it was offered; `shows`: the mark of the screen it came with."""

    def __init__(self, at: int, shows: str = "") -> None:
        self.at, self.shows = at, shows
        self.is_new = True
        self.was_cut = False
        self.since = time.monotonic()

    def offer(self, batch: Batch) -> None:
        raise NotImplementedError

    def beat(self) -> None:
        """Nothing to say for a while."""

    def end(self) -> None:
        raise NotImplementedError


class Stream(Listener):
    """A phone that stays: what it is offered waits in a bounded queue, and one that is too slow is cut and resumes."""

    def __init__(self, at: int, cut: Callable[[], None], most: int = MOST_WAITING, most_bytes: int = MOST_BYTES, shows: str = "") -> None:
        super().__init__(at, shows)
        self._cut, self.most_bytes = cut, most_bytes
        self.queue: asyncio.Queue[bytes] = asyncio.Queue(most)
        self.bytes = 0
        self.ended = False

    def offer(self, batch: Batch) -> None:
        self._put(batch.sse)

    def beat(self) -> None:
        if self.queue.empty():
            self._put(BEAT)

    def _put(self, block: bytes) -> None:
        if self.ended or not block:
            return
        if self.queue.full() or (self.bytes and self.bytes + len(block) > self.most_bytes):
            self.was_cut = True
            self.end()
            self._cut()
            return
        self.bytes += len(block)
        self.queue.put_nowait(block)

    def end(self) -> None:
        """What still waits is dropped: the phone resumes from what it has."""
        self.ended = True
        while not self.queue.empty():
            self.queue.get_nowait()
        self.queue.put_nowait(b"")

    async def next(self) -> bytes:
        """The next bytes to send, empty at the end."""
        block = await self.queue.get()
        self.bytes -= len(block)
        return block


class Question(Listener):
    """A phone behind a proxy that holds events back: answered as soon as there is anything that it does not know."""

    def __init__(self, at: int, mark: str) -> None:
        super().__init__(at)
        self.mark = mark
        self.answered: asyncio.Future[Batch | None] = asyncio.get_running_loop().create_future()

    def offer(self, batch: Batch) -> None:
        if not self.answered.done() and (batch.events or batch.mark != self.mark):
            self.answered.set_result(batch)

    def end(self) -> None:
        if not self.answered.done():
            self.answered.set_result(None)
