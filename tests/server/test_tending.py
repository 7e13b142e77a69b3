"""A task that comes due while nobody enqueues anything finds a worker too."""

import asyncio
from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from milpa.server import tending
from milpa.server.tending import Tending, look
from milpa.server.threads import DatabaseThread


@pytest.fixture
def started(monkeypatch):
    times = []
    monkeypatch.setattr(tending, "ensure_worker", lambda: times.append("started"))
    return times


def kept(**values):
    defaults = {"args_kwargs": {"args": [], "kwargs": {}}, "task_path": "a.b", "backend_name": "default", "run_after": timezone.now()}
    return DBTaskResult.objects.create(**{**defaults, **values})


@pytest.mark.django_db
def test_a_task_that_is_due_is_given_a_worker(started):
    kept()
    look()
    assert started == ["started"]


@pytest.mark.django_db
def test_a_task_left_by_a_killed_worker_is_given_one(started):
    kept(status="RUNNING")
    look()
    assert started == ["started"]


@pytest.mark.django_db
def test_a_task_of_tomorrow_and_a_finished_one_need_none(started):
    kept(run_after=timezone.now() + timedelta(days=1))
    kept(status="SUCCESSFUL")
    look()
    assert started == []


def test_a_database_that_fails_for_a_moment_does_not_end_the_tending(monkeypatch):
    looks = []

    def failing_once():
        looks.append("look")
        if len(looks) == 1:
            raise DatabaseError("for a moment")

    async def tended():
        monkeypatch.setattr(tending, "look", failing_once)
        thread = DatabaseThread("test")
        keeper = Tending(thread, each=0.01)
        await keeper.start()
        async with asyncio.timeout(10):
            while len(looks) < 3:
                await asyncio.sleep(0.01)
        await keeper.stop()
        thread.close()

    asyncio.run(tended())
    assert len(looks) >= 3
