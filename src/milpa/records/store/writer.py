"""The one thread of this process that writes statements: it commits for all who wait, and indexes when nobody does."""

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any
from uuid import UUID

from django.db import DatabaseError, close_old_connections, connections

from milpa.records import tail
from milpa.records.refusals import StoreIsBusy
from milpa.records.store import indexing
from milpa.records.store.counting import Numbers
from milpa.records.store.told import Told
from milpa.records.store.writing import Batch, Call, Job, write

AT_MOST = 2_000  # statements of one commit
WAITING = 20_000  # statements that may wait; beyond, whoever sends more is asked to come again
CHUNK = 500  # statements indexed between two looks at who waits
QUIET = 0.02  # seconds without anybody waiting, after which what lags is indexed
TOO_FAR = 200_000  # statements of lag from which indexing takes every other turn although somebody waits

log = logging.getLogger("milpa.records")

Item = tuple[Job, "Future[Any]"]


class Writer:
    """Started by the server; `current()` is it, and None in a command or a test, which write for themselves."""

    def __init__(self) -> None:
        self.queue: queue.SimpleQueue[Item | None] = queue.SimpleQueue()
        self.waiting = 0  # statements
        self.numbers = Numbers()
        self.terms = indexing.Terms()
        self.turn = False
        self.is_quiet = False
        self.news: set[UUID] = set()  # institutions that wait to be told that something new can be found
        self.thread = threading.Thread(target=self._work, name="records", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> None:
        """What waits is still written."""
        self.queue.put(None)
        self.thread.join()

    def submit(self, job: Job) -> "Future[Any]":
        """The future is done when the job is on disk. Raises StoreIsBusy."""
        if isinstance(job, Batch):
            if self.waiting > WAITING:
                raise StoreIsBusy
            self.waiting += len(job.told)
        done: Future[Any] = Future()
        self.queue.put((job, done))
        return done

    def _work(self) -> None:
        try:
            self._index()  # what an earlier process left
            while (items := self._next()) is not None:
                if items:
                    self._write(items)
                else:
                    self._index()
        finally:
            connections.close_all()

    def _next(self) -> list[Item] | None:
        """What waits; nothing while there is something to index; None when it is over."""
        lag = self.numbers.lag
        self.turn = not self.turn
        if lag > TOO_FAR and self.turn:
            return []
        try:
            if lag and self.is_quiet:
                item = self.queue.get_nowait()
            else:
                item = self.queue.get(timeout=QUIET if lag else None)
        except queue.Empty:
            self.is_quiet = True
            return []
        self.is_quiet = False
        items: list[Item] = []
        statements = 0
        while item is not None:
            items.append(item)
            statements += len(item[0].told) if isinstance(item[0], Batch) else 1
            if statements >= AT_MOST or self.queue.empty():
                return items
            item = self.queue.get_nowait()
        self.queue.put(None)
        return items or None

    def _write(self, items: list[Item]) -> None:
        self.waiting -= sum(len(job.told) for job, _done in items if isinstance(job, Batch))
        try:
            self.numbers = write([job for job, _done in items], self.terms)
        except Exception as failed:  # noqa: BLE001 - whatever it was, who waits is told and the thread goes on
            self._one_by_one(items, failed)
            return
        for job, done in items:
            _tell(job, done)
            self.news |= {told.institution for told in job.stored} if isinstance(job, Batch) else set()
        self._announce()

    def _announce(self) -> None:
        if self.news and self.numbers.lag == 0:
            for institution in self.news:
                tail.announce(institution)
            self.news.clear()

    def _one_by_one(self, items: list[Item], failed: Exception) -> None:
        """One of them broke the transaction of all: each gets its own."""
        close_old_connections()
        if len(items) > 1:
            for item in items:
                self._write([item])
            return
        log.error("statements could not be written", exc_info=failed)
        items[0][1].set_exception(failed)

    def _index(self) -> None:
        try:
            self.numbers = indexing.catch_up(CHUNK, self.terms)
            self._announce()
        except DatabaseError:
            log.error("statements could not be indexed", exc_info=True)
            close_old_connections()
            threading.Event().wait(1.0)  # another process holds the file, or the disk is full: not a hundred times a second


def _tell(job: Job, done: "Future[Any]") -> None:
    if job.failed is not None:
        done.set_exception(job.failed)
    else:
        done.set_result(job.stored if isinstance(job, Batch) else job.result)


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
    done: Future[Any] = Future()
    _tell(job, done)
    return done.result()


def store(told: Sequence[Told]) -> list[Told]:
    """The new ones among them, stored. Raises StatementDiffers, VoidingIsKept, StoreIsBusy."""
    return list(put(Batch(told)))


def call(what: Callable[[], Any]) -> Any:
    return put(Call(what))
