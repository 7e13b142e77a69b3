"""The ASGI application: which door answers what.

Bodies are whole before a page begins, answers are whole before they are sent: the page thread never waits for a phone.
What runs on the loop instead has a door of its own. Guarantees, measurements and what was rejected: docs/rules/server.md
"""

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from milpa.server.answers import send_answer
from milpa.server.bodies import Bodies, Gone, refuse
from milpa.server.environ import environ_of
from milpa.server.figures import Figures
from milpa.server.pool import Pool
from milpa.server.refusals import Refusal
from milpa.server.scope import Message, Receive, Scope, Send, is_gone

Door = Callable[[Scope, Receive, Send], Awaitable[None]]


class Lasting(Protocol):
    """What lives as long as the process does."""

    async def start(self) -> None: ...
    async def stop(self) -> None: ...


class Pages:
    """The door to Django: body, page thread, answer."""

    def __init__(self, bodies: Bodies, pool: Pool, figures: Figures) -> None:
        self.bodies, self.pool, self.figures = bodies, pool, figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            body = await self.bodies.take(scope, receive)
        except Gone:
            return
        except Refusal as refusal:
            await refuse(refusal, scope, receive, send)
            return
        began = time.perf_counter()
        with body:
            answer = await self.pool.answer(environ_of(scope, body), partial(is_unwanted, scope))
        if answer is None:
            return
        self.figures.pages += 1
        self.figures.seconds += time.perf_counter() - began
        await send_answer(scope, send, answer)


def is_unwanted(scope: Scope) -> bool:
    """Whether somebody asked to see a page and has left: whoever taps "reload" ten times is answered once."""
    return scope["method"] in ("GET", "HEAD") and is_gone(scope)


class Router:
    """`doors` by address, one that ends with a slash by the address's beginning; `pages` answers the rest."""

    def __init__(
        self,
        doors: Mapping[str, Door],
        pages: Door,
        lasting: Sequence[Lasting] = (),
        figures: Figures | None = None,
        before_shutdown: Callable[[], None] = lambda: None,
    ) -> None:
        self.doors, self.pages, self.lasting = doors, pages, lasting
        self.figures = figures or Figures()
        self.before_shutdown = before_shutdown

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = 0

        async def counted(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.door(scope["path"])(scope, receive, counted)
        except BaseException:
            status = status or 500  # uvicorn logs it and answers
            raise
        finally:
            self.figures.requests[status] += 1

    def door(self, path: str) -> Door:
        fitting = (door for at, door in self.doors.items() if path == at or (at.endswith("/") and path.startswith(at)))
        return next(fitting, self.pages)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        for one in self.lasting:
            await one.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        for one in reversed(self.lasting):
            await one.stop()
        await send({"type": "lifespan.shutdown.complete"})
