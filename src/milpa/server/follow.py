"""How the hub learns that somebody committed, be it another process, the worker or a command."""

import asyncio
import json
import logging
import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from milpa.server.hub import Hub
from milpa.web import live
from milpa.web.live import POSTGRES_CHANNEL, Board, Told

EACH = 0.05  # seconds
SWEEP = 1.0  # seconds: also what was committed by a process that was killed before it could announce
REMEMBERED = 10_000  # states
AGAIN = 1.0  # seconds until a lost connection is tried again

log = logging.getLogger("milpa.server")


class Follower(Protocol):
    def start(self) -> None: ...
    def stop(self) -> None: ...
    def check(self) -> None: ...


class SqliteFollower:
    """Asks SQLite each 50 ms, only while somebody listens, whether another connection has committed (8 µs a question)."""

    def __init__(self, hub: Hub, path: Path, board: Board, each: float = EACH) -> None:
        self.hub, self.path, self.board, self.each = hub, path, board, each
        self.connection: sqlite3.Connection | None = None
        self.seen: tuple[int, int] = (0, 0)
        self.timer: asyncio.TimerHandle | None = None
        hub.read_told = board.since
        hub.on_first, hub.on_last = self._begin, self._end

    def start(self) -> None:
        self.board.version()  # makes the file, so that processes don't all make it at their first listener

    def stop(self) -> None:
        self._end()
        if self.connection:
            self.connection.close()
            self.connection = None

    def check(self) -> None:
        """Wakes every feed if anything was committed since the last check."""
        if self.timer is None:
            return
        seen = self._version()
        if seen != self.seen:
            self.seen = seen
            self.hub.wake()

    def _begin(self) -> None:
        self.seen = self._version()
        self._again()

    def _end(self) -> None:
        if self.timer:
            self.timer.cancel()
            self.timer = None

    def _again(self) -> None:
        self._end()
        self.timer = asyncio.get_running_loop().call_later(self.each, self._tick)

    def _tick(self) -> None:
        self._again()
        self.check()

    def _version(self) -> tuple[int, int]:
        if self.connection is None:
            self.connection = sqlite3.connect(f"file:{quote(str(self.path))}?mode=rw", uri=True, isolation_level=None)
        return self.connection.execute("PRAGMA data_version").fetchone()[0], self.board.version()


class PostgresFollower:
    """Listens all the time, so that what is told is also known to who connects later; sweeps once a second."""

    def __init__(self, hub: Hub, parameters: Mapping[str, Any], sweep: float = SWEEP) -> None:
        self.hub, self.parameters, self.sweep = hub, parameters, sweep
        self.tasks: list[asyncio.Task[None]] = []
        self.told: dict[tuple[str, str], dict[tuple[str, str], Told]] = {}
        self.seq = time.time_ns()
        hub.read_told = self.since

    def start(self) -> None:
        loop = asyncio.get_running_loop()
        self.tasks = [loop.create_task(self._listen()), loop.create_task(self._sweep())]

    def stop(self) -> None:
        for task in self.tasks:
            task.cancel()

    def check(self) -> None:
        """Its notices come by themselves."""

    def since(self, kind: str, channel_id: str, seq: int) -> list[Told]:
        return [one for one in list(self.told.get((kind, channel_id), {}).values()) if one.seq > seq]

    def hear(self, payload: str) -> None:
        message = json.loads(payload)
        where = (message["kind"], message["id"])
        if "name" in message:
            self.seq += 1
            told = Told(self.seq, message["name"], message["audience"], message["data"])
            self.told.setdefault(where, {})[told.name, told.audience] = told
            self.told[where] = self.told.pop(where)  # the newest last
            while len(self.told) > REMEMBERED:
                self.told.pop(next(iter(self.told)))
        self.hub.wake(*where)

    async def _listen(self) -> None:
        from psycopg import AsyncConnection, OperationalError

        while True:
            try:
                async with await AsyncConnection.connect(autocommit=True, **self.parameters) as connection:
                    await connection.execute(f"LISTEN {POSTGRES_CHANNEL}")
                    self.hub.wake()
                    async for notice in connection.notifies():
                        self.hear(notice.payload)
            except OperationalError:
                log.warning("the database's notices were lost; trying again", exc_info=True)
            await asyncio.sleep(AGAIN)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(self.sweep)
            self.hub.wake()


class Live:
    """The hub, what wakes it, and its place among those that `live.announce` calls from any thread."""

    def __init__(self, hub: Hub, follower: Follower) -> None:
        self.hub, self.follower = hub, follower
        self.loop: asyncio.AbstractEventLoop | None = None

    async def start(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.hub.start()
        self.follower.start()
        live.hubs.append(self.wake)

    async def stop(self) -> None:
        live.hubs.remove(self.wake)
        self.follower.stop()
        await self.hub.stop()

    def wake(self, kind: str, channel_id: str) -> None:
        if self.loop:
            self.loop.call_soon_threadsafe(self._woken, kind, channel_id)

    def _woken(self, kind: str, channel_id: str) -> None:
        self.hub.wake(kind, channel_id)
        self.follower.check()  # the same commit would wake them all once more at the next tick
