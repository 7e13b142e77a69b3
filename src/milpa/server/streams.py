"""The door `/live/<kind>/<id>`: may this phone listen? Then a stream of events, or one answer for those who cannot hold a stream."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qsl

import orjson

from milpa.server import refusals
from milpa.server.answers import Answer, send_answer
from milpa.server.hub import Hub
from milpa.server.listeners import Batch, Message, Question, Stream
from milpa.server.refusals import NotFound, NotYours, OnlyGet, Refusal, TooBusy
from milpa.server.scope import Receive, Scope, Send, abort, cookies, header
from milpa.server.threads import DatabaseThread
from milpa.web.live import Asker

PREFIX = "/live/"
PATIENCE = 25.0  # seconds a question waits for news
MOST_LISTENERS = 4_000  # a process
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store, no-transform"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]
JSON = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
HELLO = b"retry: 1000\n\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody wants to listen, and from where on."""

    kind: str
    id: str
    after: int
    once: bool
    mark: str
    shows: str = ""


class Streams:
    def __init__(self, hub: Hub, thread: DatabaseThread, patience: float = PATIENCE, most: int = MOST_LISTENERS) -> None:
        self.hub, self.thread, self.patience, self.most = hub, thread, patience, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            place, audience = await self.admit(scope)
        except Refusal as refusal:
            await send_answer(scope, send, refusals.answer(refusal, scope))
            return
        key = (place.kind, place.id, audience)
        if place.once:
            await self.answer_once(key, place, scope, receive, send)
        else:
            await self.stream(key, place, scope, receive, send)

    async def admit(self, scope: Scope) -> tuple[Place, str]:
        """Where this asker may listen, and as which audience. Raises a Refusal."""
        if scope["method"] != "GET":
            raise OnlyGet
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        place = place_of(scope, query)
        channel = self.hub.channels.get(place.kind)
        if channel is None or not place.id:
            raise NotFound
        if self.hub.closed or self.hub.listeners >= self.most:
            raise TooBusy
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        audience = await self.thread.run(channel.may_listen, Asker(cookies(scope), headers, query), place.id)
        if audience is None or audience is False:
            raise NotYours
        return place, "" if audience is True else audience

    async def stream(self, key: tuple[str, str, str], place: Place, scope: Scope, receive: Receive, send: Send) -> None:
        stream = Stream(place.after, partial(abort, scope), shows=place.shows)
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await send({"type": "http.response.body", "body": HELLO, "more_body": True})
        watching = asyncio.create_task(when_gone(receive, stream.end))
        self.hub.join(key, stream)
        try:
            while block := await stream.next():
                await send({"type": "http.response.body", "body": block, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            watching.cancel()
            self.hub.leave(key, stream)

    async def answer_once(self, key: tuple[str, str, str], place: Place, scope: Scope, receive: Receive, send: Send) -> None:
        question = Question(place.after, place.mark)
        watching = asyncio.create_task(when_gone(receive, question.end))
        self.hub.join(key, question)
        try:
            async with asyncio.timeout(self.patience):
                batch = await question.answered
        except TimeoutError:
            batch = None
        finally:
            watching.cancel()
            self.hub.leave(key, question)
        await send_answer(scope, send, Answer(200, JSON, told(place, batch)))


def place_of(scope: Scope, query: dict[str, str]) -> Place:
    """A browser that connects again repeats its first address and adds Last-Event-ID: that is the newer."""
    kind, _slash, channel_id = scope["path"].removeprefix(PREFIX).rstrip("/").partition("/")
    last = header(scope, b"last-event-id") or query.get("after", "")
    after = int(last) if last.isascii() and last.isdigit() and len(last) < 19 else 0
    return Place(kind, channel_id, after, query.get("once") == "1", query.get("state", ""), query.get("shows", ""))


async def when_gone(receive: Receive, end: Callable[[], None]) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    end()


def told(place: Place, batch: Batch | None) -> bytes:
    """{"after", "state", "events", "states"}: ask again with this `after` and `state`."""
    events = batch.events if batch else []
    after = events[-1].arrived if events else place.after
    states = list(batch.all_states.values()) if batch else []
    return orjson.dumps({"after": after, "state": batch.mark if batch else place.mark, "events": plain(events), "states": plain(states)})


def plain(messages: list[Message]) -> list[dict[str, object]]:
    return [{"arrived": one.arrived, "name": one.name, "data": orjson.Fragment(one.data)} for one in messages]
