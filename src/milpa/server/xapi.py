"""The door to the record store: on the event loop, its database work in threads of its own, its writing in one writer."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from django.db import DatabaseError, close_old_connections

from milpa.records.http import door
from milpa.records.http.requests import Answer, answered
from milpa.records.store import writer
from milpa.records.store.counting import Numbers
from milpa.records.store.writer import Item, Writer
from milpa.records.store.writing import Batch, Call, Job
from milpa.server import answers, bodies, limits
from milpa.server.bodies import Bodies, Gone, Room
from milpa.server.refusals import Refusal
from milpa.server.scope import Message, Receive, Scope, Send

PREFIX = "/xapi/"
READERS = 2
LARGE = 1_000_000  # bytes; such bodies are in memory one at a time

# Content of other origins speaks to the store with a key of its own, never with a cookie: any origin may ask.
CORS = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through"),
]
PREFLIGHT = [
    (b"access-control-allow-methods", b"GET, HEAD, PUT, POST, DELETE"),
    (b"access-control-allow-headers", b"Authorization, Content-Type, If-Match, If-None-Match, X-Experience-API-Version, Accept-Language"),
    (b"access-control-max-age", b"86400"),
]

log = logging.getLogger("milpa.records")
T = TypeVar("T")


class Threads:
    """The store as requests use it."""

    def __init__(self) -> None:
        self.writer = Writer()
        self.readers = ThreadPoolExecutor(READERS, thread_name_prefix="records-read")
        self.parser = ThreadPoolExecutor(1, thread_name_prefix="records-parse")
        self.coming: list[Item] = []
        self.loop: asyncio.AbstractEventLoop | None = None

    async def start(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.writer.start()
        writer.run_here(self.writer)

    async def stop(self) -> None:
        writer.run_here(None)
        self._hand_over()
        await asyncio.to_thread(self.writer.stop)
        self.readers.shutdown(wait=False)
        self.parser.shutdown(wait=False)

    def reached(self) -> Numbers:
        return self.writer.numbers

    async def read(self, call: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.readers, lambda: _connected(call, *args, **kwargs))

    async def parse(self, call: Callable[..., T], *args: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.parser, call, *args)

    async def write(self, call: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        done: T = await self._put(Call(lambda: call(*args, **kwargs)))
        return done

    async def append(self, batch: Batch) -> list[Any]:
        stored: list[Any] = await self._put(batch)
        return stored

    def hurry(self) -> None:
        self.writer.hurry()

    def _put(self, job: Job) -> "asyncio.Future[Any]":
        """What comes in one turn of the loop is handed over together, and told together by `done`."""
        self.writer.admit(job)
        loop = asyncio.get_running_loop()
        if not self.coming:
            loop.call_soon(self._hand_over)
        future = loop.create_future()
        self.coming.append((job, future, self))
        return future

    def _hand_over(self) -> None:
        coming, self.coming = self.coming, []
        self.writer.take(coming)

    def done(self, some: "list[tuple[Job, asyncio.Future[Any]]]") -> None:
        """Called by the writer's thread."""
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(_tell, some)


def _tell(some: "list[tuple[Job, asyncio.Future[Any]]]") -> None:
    for job, future in some:
        if future.done():
            continue  # whoever asked has gone
        if job.failed is not None:
            future.set_exception(job.failed)
        else:
            future.set_result(job.outcome)


def _connected(call: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    close_old_connections()
    try:
        return call(*args, **kwargs)
    finally:
        close_old_connections()


class Xapi:
    def __init__(self, store: Threads, room: Room, spill: Any) -> None:
        self.store = store
        self.known = Bodies(_yes, spill, room)
        self.strangers = Bodies(_no, spill, room)
        self.large = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "OPTIONS":
            await self._send(scope, send, Answer(204), PREFLIGHT)
            return
        taken: list[bodies.Body] = []

        async def take(is_known: bool) -> bytes:
            first = _first(scope, receive)
            if first and not first.get("more_body") and len(first.get("body", b"")) == bodies.declared_length(scope):
                return bytes(first["body"])
            body = await (self.known if is_known else self.strangers).take(scope, _beginning_with(first, receive))
            if body.length >= LARGE:
                await self.large.acquire()
            taken.append(body)
            return body.file.read()

        try:
            given = await self._answer(scope, take)
        except Gone:
            return
        except Refusal as refusal:
            await bodies.refuse(refusal, scope, receive, send)
            return
        finally:
            for body in taken:
                if body.length >= LARGE:
                    self.large.release()
                body.close()
        await self._send(scope, send, given, [])

    async def _answer(self, scope: Scope, take: Any) -> Answer:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        path = scope["path"].removeprefix(PREFIX).strip("/")
        incoming = door.Incoming(scope["method"], path, scope["query_string"].decode("latin-1"), headers, take)
        try:
            return await door.answer(incoming, self.store)
        except DatabaseError:
            log.error("the record store did not answer", exc_info=True)
            return answered({"code": "store_failed", "message": "The store cannot answer now. Nothing was stored."}, 503)

    async def _send(self, scope: Scope, send: Send, given: Answer, more: list[tuple[bytes, bytes]]) -> None:
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in given.headers.items()]
        headers += [*CORS, *more]
        body = given.body
        if scope["path"].startswith("/xapi/statements"):  # a document's ETag is of its bytes: what has one is sent as it is
            headers, body = await answers.compressed(scope, headers, body)
        if given.status not in answers.BODILESS:
            headers.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": given.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if answers.is_bodiless(scope, given.status) else body})


def _first(scope: Scope, receive: Receive) -> Message | None:
    """What is here already of a small body, mostly all of it: no clock has to run for it, no file to be made."""
    length = bodies.declared_length(scope)
    if length is None or length > limits.ANYONE:
        return None
    coming = receive().__await__()
    try:
        next(coming)
    except StopIteration as here:
        message: Message = here.value
        return message
    coming.close()  # it waits: whoever takes the body waits with a clock beside
    return None


def _beginning_with(first: Message | None, receive: Receive) -> Receive:
    if first is None:
        return receive
    left = [first]

    async def all_of_it() -> Message:
        return left.pop() if left else await receive()

    return all_of_it


async def _yes(scope: Scope) -> bool:
    return True


async def _no(scope: Scope) -> bool:
    return False
