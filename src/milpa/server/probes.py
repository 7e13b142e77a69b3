"""`/health` for whoever restarts servers, `/metrics` for whoever watches them."""

import asyncio
from collections.abc import Callable
from ipaddress import ip_address

from django.db import DatabaseError

from milpa.server import figures, refusals
from milpa.server.answers import Answer, send_answer
from milpa.server.refusals import NotFound
from milpa.server.scope import Receive, Scope, Send, header
from milpa.server.threads import DatabaseThread

PATIENCE = 5.0  # seconds a database may take to answer SELECT 1
PLAIN = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]


def select_one() -> None:
    """Raises DatabaseError where a database does not answer."""
    from django.db import connections

    for connection in connections.all():
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")


class Health:
    """200 while the databases answer, 503 otherwise."""

    def __init__(self, thread: DatabaseThread, check: Callable[[], None] = select_one, patience: float = PATIENCE) -> None:
        self.thread, self.check, self.patience = thread, check, patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with asyncio.timeout(self.patience):
                await self.thread.run(self.check)
            await send_answer(scope, send, Answer(200, PLAIN, b"ok\n"))
        except (DatabaseError, TimeoutError):
            await send_answer(scope, send, Answer(503, PLAIN, b"the database does not answer\n"))


class Metrics:
    """Only for this machine: who came through a proxy is not it."""

    def __init__(self, counted: figures.Figures, values: Callable[[], dict[str, float]]) -> None:
        self.counted, self.values = counted, values

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not is_loopback(scope):
            await send_answer(scope, send, refusals.answer(NotFound(), scope))
            return
        body = figures.text(self.values(), self.counted.requests)
        await send_answer(scope, send, Answer(200, PLAIN, body.encode()))


def is_loopback(scope: Scope) -> bool:
    """Whether the request began on this machine."""
    client = scope.get("client") or ("0.0.0.0", 0)
    passed_on = header(scope, b"x-forwarded-for") or header(scope, b"forwarded") or header(scope, b"x-real-ip")
    return not passed_on and ip_address(client[0]).is_loopback
