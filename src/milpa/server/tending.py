"""Looks once a minute whether a task has come due, or was left by a killed worker, and no worker is there to do it."""

import asyncio
import logging

from django.db import DatabaseError

from milpa.server.threads import DatabaseThread
from milpa.server.worker import ensure_worker, is_wanted

EACH = 60.0

log = logging.getLogger("milpa.server")


class Tending:
    def __init__(self, thread: DatabaseThread, each: float = EACH) -> None:
        self.thread, self.each = thread, each
        self.task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self.task = asyncio.get_running_loop().create_task(self._tend())

    async def stop(self) -> None:
        if self.task:
            self.task.cancel()

    async def _tend(self) -> None:
        while True:
            try:
                await self.thread.run(look)
            except DatabaseError:
                log.warning("the queue of tasks could not be read", exc_info=True)
            await asyncio.sleep(self.each)


def look() -> None:
    if is_wanted():
        ensure_worker()
