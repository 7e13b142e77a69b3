"""The writer's thread: done means on disk, and what fails tells only who asked for it."""

import threading

import pytest
from django.db import connections

from milpa.records.models import Statement
from milpa.records.refusals import StatementDiffers, StoreIsBusy
from milpa.records.store import writer, writing
from milpa.records.store.counting import Numbers
from milpa.records.store.writer import Writer
from milpa.records.store.writing import Batch, Call
from tests.records.store.told import statement, told
from tests.server.serving import until

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


@pytest.fixture
def running():
    one = Writer()
    one.start()
    yield one
    one.stop()


def test_what_many_threads_send_is_stored_once_each(running):
    plain = [statement() for _ in range(40)]

    def send():
        for each in plain:
            running.submit(Batch([told(**each)])).result(timeout=20)
        connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Statement.objects.count() == 40
    assert Numbers.read().arrived == 40


def test_a_refused_batch_and_a_broken_call_tell_who_sent_them(running):
    one = told()
    running.submit(Batch([one])).result(timeout=20)
    with pytest.raises(StatementDiffers):
        running.submit(Batch([told(id=str(one.id), result={"success": True})])).result(timeout=20)
    with pytest.raises(ZeroDivisionError):
        running.submit(Call(lambda: 1 // 0)).result(timeout=20)
    assert running.submit(Call(lambda: "still here")).result(timeout=20) == "still here"


def test_what_lags_is_indexed_when_nobody_waits(running):
    running.submit(Batch([told() for _ in range(300)])).result(timeout=20)
    until(lambda: running.numbers.lag == 0)
    assert Numbers.read().lag == 0


def test_who_asks_does_not_wait_for_a_pause(running, monkeypatch):
    monkeypatch.setattr(writer, "QUIET", 3600.0)
    running.submit(Batch([told() for _ in range(300)])).result(timeout=20)
    assert running.numbers.lag == 300
    running.hurry()
    until(lambda: running.numbers.lag == 0)


def test_a_lone_statement_is_found_at_once_and_the_next_ones_of_a_stream_when_it_pauses(running, monkeypatch):
    monkeypatch.setattr(writer, "QUIET", 3600.0)
    lags = []
    for _ in range(3):
        running.submit(Batch([told()])).result(timeout=20)
        lags.append(running.numbers.lag)
    assert lags == [0, 1, 2]


def test_who_gave_several_jobs_is_told_once_a_commit(running):
    told_at = []

    class Waiter:
        def done(self, some):
            told_at.append([mark for _job, mark in some])

    waiter, other = Waiter(), Waiter()
    batches = [Batch([told()]) for _ in range(4)]
    for batch in batches:
        running.admit(batch)
    running.take([*((batch, place, waiter) for place, batch in enumerate(batches[:3])), (batches[3], 3, other)])
    until(lambda: len(told_at) == 2)
    assert sorted(told_at) == [[0, 1, 2], [3]]
    assert running.waiting == 0


def test_what_breaks_the_transaction_of_all_is_told_to_who_sent_it(running, monkeypatch):
    bad = told()
    stored = writing._store

    def store(new, numbers):
        if bad in new:
            raise OSError("as a test")
        stored(new, numbers)

    monkeypatch.setattr(writing, "_store", store)
    held = threading.Event()
    running.submit(Call(held.wait))
    good, broken = running.submit(Batch([told()])), running.submit(Batch([bad]))
    held.set()
    assert len(good.result(timeout=20)) == 1
    with pytest.raises(OSError, match="as a test"):
        broken.result(timeout=20)
    until(lambda: running.waiting == 0)


def test_more_than_can_wait_is_refused(running, monkeypatch):
    monkeypatch.setattr(writer, "WAITING", 2)
    held = threading.Event()
    running.submit(Call(held.wait))
    waiting = [running.submit(Batch([told(), told(), told()]))]
    with pytest.raises(StoreIsBusy):
        running.submit(Batch([told()]))
    held.set()
    assert len(waiting[0].result(timeout=20)) == 3


def test_ending_writes_what_waits():
    one = Writer()
    one.start()
    done = [one.submit(Batch([told()])) for _ in range(20)]
    one.stop()
    assert all(each.done() for each in done)
    assert Statement.objects.count() == 20
