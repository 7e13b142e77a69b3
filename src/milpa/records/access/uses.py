"""When a credential was last used: noted in memory on the way, written down once a minute by somebody else than who asks."""

import asyncio
from datetime import datetime
from threading import Lock
from uuid import UUID

from django.db import DatabaseError, close_old_connections, transaction

from milpa.ledger import clock
from milpa.ledger.router import RECORDS
from milpa.records.models.access import Credential

EACH = 60.0

_used: dict[UUID, datetime] = {}
_lock = Lock()


def note(credential: UUID) -> None:
    _used[credential] = clock.now()


def write_down() -> int:
    """Writes what was noted. Returns how many credentials were used."""
    with _lock:
        noted = dict(_used)
        _used.clear()
    if noted:
        with transaction.atomic(using=RECORDS):
            for credential, moment in noted.items():
                Credential.objects.filter(id=credential).update(used_at=moment)
    return len(noted)


class Uses:
    """Lives as long as the server does: `await start()`, `await stop()`."""

    def __init__(self, each: float = EACH) -> None:
        self.each = each
        self.task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self.task = asyncio.get_running_loop().create_task(self._keep())

    async def stop(self) -> None:
        if self.task:
            self.task.cancel()
        await asyncio.to_thread(_with_own_connection)

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(self.each)
            await asyncio.to_thread(_with_own_connection)


def _with_own_connection() -> None:
    try:
        write_down()
    except DatabaseError:  # a use that is not written down is no loss: the next one is
        return
    finally:
        close_old_connections()
