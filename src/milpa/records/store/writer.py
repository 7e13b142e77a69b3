"""The one thread of this process that writes statements: it commits for all who wait, and indexes when nobody does."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, Protocol

from django.db import DatabaseError, close_old_connections, connections

from milpa.records.refusals import StoreIsBusy
from milpa.records.store import indexing
from milpa.records.store.counting import Numbers
from milpa.records.store.told import Told
from milpa.records.store.writing import Batch, Call, Job, write

AT_MOST = 2_000  # statements of one commit
WAITING = 20_000  # statements that may wait; beyond, whoever sends more is asked to come again
CHUNK = 500  # statements indexed between two looks at who waits
QUIET = 0.1  # seconds without anybody waiting, after which what lags is indexed; who asks does not wait for it (`hurry`)
TOO_FAR = 200_000  # statements of lag from which indexing takes every other turn although somebody waits

log = logging.getLogger("milpa.records")


class Waiter(Protocol):
    """Who gave jobs, each with a mark of its own. Told once a commit, in the writer's thread: of eight jobs it wakes once."""

    def done(self, some: list[tuple[Job, Any]]) -> None: ...


Item = tuple[Job, Any, Waiter]


class Writer:
    """Started by the server; `current()` is it, and None in a command or a test, which write for themselves."""

    def __init__(self) -> None:
        self.queue: queue.SimpleQueue[list[Item] | None] = queue.SimpleQueue()
        self.waiting = 0  # statements
        self.lock = threading.Lock()  # of `waiting`
        self.numbers = Numbers()
        self.terms = indexing.Terms()
        self.turn = False
        self.is_quiet = False
        self.is_asked = False
        self.wrote_at = 0.0
        self.thread = threading.Thread(target=self._work, name="records", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> None:
        """What waits is still written."""
        self.queue.put(None)
        self.thread.join()

    def submit(self, job: Job) -> "Future[Any]":
        """The future is done when the job is on disk. Raises StoreIsBusy."""
        self.admit(job)
        done: Future[Any] = Future()
        self.take([(job, done, FUTURES)])
        return done

    def admit(self, job: Job) -> None:
        """Raises StoreIsBusy. What was admitted is taken."""
        if isinstance(job, Batch):
            with self.lock:
                if self.waiting > WAITING:
                    raise StoreIsBusy
                self.waiting += len(job.told)

    def take(self, items: list[Item]) -> None:
        self.queue.put(items)

    def hurry(self) -> None:
        """Somebody asks: what lags is indexed next, whoever waits to write."""
        self.is_asked = True
        self.queue.put([])

    def _work(self) -> None:
        try:
            self._index()  # what an earlier process left
            while (items := self._next()) is not None:
                if items:
                    self._write(items, self._is_first())
                    self.wrote_at = time.monotonic()
                else:
                    self._index()
        finally:
            connections.close_all()

    def _is_first(self) -> bool:
        """Whether it was quiet before: then what comes is indexed with it. Of a stream of statements the rest follows in sorted batches."""
        return time.monotonic() - self.wrote_at > QUIET

    def _next(self) -> list[Item] | None:
        """What waits; nothing while there is something to index; None when it is over."""
        lag = self.numbers.lag
        self.turn = not self.turn
        if self.is_asked or (lag > TOO_FAR and self.turn):
            self.is_asked = False
            return []
        try:
            if lag and self.is_quiet:
                coming = self.queue.get_nowait()
            else:
                coming = self.queue.get(timeout=QUIET if lag else None)
        except queue.Empty:
            self.is_quiet = True
            return []
        self.is_quiet = False
        items: list[Item] = []
        statements = 0
        while coming is not None:
            items += coming
            statements += sum(len(job.told) if isinstance(job, Batch) else 1 for job, _mark, _waiter in coming)
            if statements >= AT_MOST or self.queue.empty():
                return items
            coming = self.queue.get_nowait()
        self.queue.put(None)
        return items or None

    def _write(self, items: list[Item], at_once: bool) -> None:
        try:
            self.numbers = write([job for job, _mark, _waiter in items], self.terms, at_once)
        except Exception as failed:  # noqa: BLE001 - whatever it was, who waits is told and the thread goes on
            self._one_by_one(items, failed)
            return
        self._tell(items)

    def _tell(self, items: list[Item]) -> None:
        with self.lock:
            self.waiting -= sum(len(job.told) for job, _mark, _waiter in items if isinstance(job, Batch))
        by_waiter: dict[Waiter, list[tuple[Job, Any]]] = {}
        for job, mark, waiter in items:
            by_waiter.setdefault(waiter, []).append((job, mark))
        for waiter, some in by_waiter.items():
            waiter.done(some)

    def _one_by_one(self, items: list[Item], failed: Exception) -> None:
        """One of them broke the transaction of all: each gets its own."""
        close_old_connections()
        if len(items) > 1:
            for item in items:
                self._write([item], at_once=False)
            return
        log.error("statements could not be written", exc_info=failed)
        items[0][0].failed = failed
        self._tell(items)

    def _index(self) -> None:
        try:
            self.numbers = indexing.catch_up(CHUNK, self.terms)
        except DatabaseError:
            log.error("statements could not be indexed", exc_info=True)
            close_old_connections()
            threading.Event().wait(1.0)  # another process holds the file, or the disk is full: not a hundred times a second


class Futures:
    """Of those who wait in a thread of their own: the mark of each is its future."""

    def done(self, some: "list[tuple[Job, Future[Any]]]") -> None:
        for job, future in some:
            if job.failed is not None:
                future.set_exception(job.failed)
            else:
                future.set_result(job.outcome)


FUTURES = Futures()

_current: Writer | None = None


def current() -> Writer | None:
    return _current


def run_here(writer: Writer | None) -> None:
    """From now on this process writes through it."""
    global _current
    _current = writer


def put(job: Job) -> Any:
    """Written and on disk when this returns: through the writer where there is one. Raises why not."""
    writer = _current
    if writer is not None and threading.current_thread() is not writer.thread:
        return writer.submit(job).result()
    write([job])
    if job.failed is not None:
        raise job.failed
    return job.outcome


def store(told: Sequence[Told]) -> list[Told]:
    """The new ones among them, stored. Raises StatementDiffers, VoidingIsKept, StoreIsBusy."""
    return list(put(Batch(told)))


def call(what: Callable[[], Any]) -> Any:
    return put(Call(what))
