"""The live tail: that something new came in for an institution. What it is, the page asks for itself, with its filters."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any, Protocol
from uuid import UUID

from django.contrib.auth import get_user
from django.db import DatabaseError

from milpa.people.standing import may
from milpa.records.models import Statement
from milpa.records.store.counting import Numbers
from milpa.web.live import Asker, Channel, Event

CHANNEL = "records"
FARTHEST = 2_000  # numbers that are looked back
EACH = 0.25  # seconds

log = logging.getLogger("milpa.records")


class Thread(Protocol):
    async def run(self, call: Callable[[], Any], /) -> Any: ...


class Hub(Protocol):
    """What this asks of the server's hub (milpa.server.hub)."""

    @property
    def feeds(self) -> Mapping[tuple[str, str, str], Any]: ...
    @property
    def thread(self) -> Thread: ...
    def wake(self, kind: str = "", channel_id: str = "") -> None: ...


def may_listen(asker: Asker, id: str) -> bool:
    account = get_user(asker)
    return account.is_authenticated and str(account.person.institution_id) == id and may(account.person, "records.read")


def read(id: str, after: int, audience: str) -> list[Event]:
    """One event for all that can be found by now: what the page asks for lags as the index does."""
    indexed = Numbers.read().indexed
    own = Statement.objects.filter(arrived__gt=max(after, indexed - FARTHEST), arrived__lte=indexed, institution=UUID(id))
    newest = own.order_by("-arrived").values_list("arrived", flat=True).first()
    return [Event(newest, "newer", {})] if newest else []


class Follower:
    """Wakes who follows in this process, whichever process has stored and indexed what is new: while somebody does, it looks four times
    a second how far the postings are. Lives as long as the server does."""

    def __init__(self, hub: Hub, each: float = EACH) -> None:
        self.hub, self.each = hub, each
        self.seen = 0
        self.task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self.task = asyncio.get_running_loop().create_task(self._follow())

    async def stop(self) -> None:
        if self.task:
            self.task.cancel()

    async def _follow(self) -> None:
        while True:
            await asyncio.sleep(self.each)
            try:
                await self.look()
            except DatabaseError:
                log.warning("how far the records are could not be read; trying again", exc_info=True)

    async def look(self) -> None:
        """Wakes them if more can be found than when it last looked."""
        followed = {id for kind, id, _audience in self.hub.feeds if kind == CHANNEL}
        if not followed:
            return
        indexed = (await self.hub.thread.run(Numbers.read)).indexed
        if indexed != self.seen:
            self.seen = indexed
            for id in followed:
                self.hub.wake(CHANNEL, id)


channel = Channel(may_listen, read)
