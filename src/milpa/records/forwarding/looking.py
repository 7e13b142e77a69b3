"""Whether something waits for a target: looked at every few seconds by the server, done by the worker."""

import asyncio
import logging
from datetime import timedelta
from uuid import UUID

from django.db import DatabaseError, close_old_connections
from django.db.models import Q
from django_tasks import task

from milpa.ledger import clock
from milpa.records.forwarding.passing import pass_on
from milpa.records.models.forwarding import ForwardTarget
from milpa.records.store.counting import Numbers

EACH = 10.0  # seconds between two looks
FORGOTTEN = timedelta(minutes=10)  # a task that was enqueued so long ago is taken for lost

log = logging.getLogger("milpa.records")


@task()
def forward(target_id: str) -> None:
    """Safe to repeat: the statements' own ids keep each single on the other side."""
    target = ForwardTarget.objects.filter(id=UUID(target_id), ended_at=None).first()
    if target is None:
        return
    is_more = False
    try:
        is_more = pass_on(target)
    finally:
        ForwardTarget.objects.filter(pk=target.pk).update(queued_at=None)
    if is_more:
        hand_over(target)  # behind what else waits for the worker


def look() -> int:
    """Hands to the worker what is due. Returns how many targets."""
    now = clock.now()
    waiting = ForwardTarget.objects.due(now).filter(position__lt=Numbers.read().arrived)
    return sum(hand_over(target) for target in waiting)


def hand_over(target: ForwardTarget) -> bool:
    """Enqueues the target's task, unless one waits or is at work."""
    now = clock.now()
    free = ForwardTarget.objects.filter(Q(queued_at=None) | Q(queued_at__lt=now - FORGOTTEN), pk=target.pk)
    if not free.update(queued_at=now):
        return False
    forward.enqueue(str(target.pk))
    return True


class Looking:
    """Lives as long as the server does: `await start()`, `await stop()`."""

    def __init__(self, each: float = EACH) -> None:
        self.each = each
        self.task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self.task = asyncio.get_running_loop().create_task(self._keep())

    async def stop(self) -> None:
        if self.task:
            self.task.cancel()

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(self.each)
            await asyncio.to_thread(_with_own_connection)


def _with_own_connection() -> None:
    try:
        look()
    except DatabaseError:
        log.warning("whether statements wait to be passed on could not be read", exc_info=True)
    finally:
        close_old_connections()
