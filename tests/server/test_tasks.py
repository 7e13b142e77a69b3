"""Who enqueues need not think of the worker."""

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from milpa.server import tasks
from milpa.server.tasks import enqueue, start_worker_when_enqueued
from tests.server.small import work


@pytest.fixture
def started(monkeypatch):
    times = []
    monkeypatch.setattr(tasks, "ensure_worker", lambda: times.append("started"))
    start_worker_when_enqueued()
    start_worker_when_enqueued()  # twice is once
    yield times
    tasks.task_enqueued.disconnect(dispatch_uid="milpa.server.tasks")


@pytest.fixture
def queue(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


@pytest.mark.django_db
def test_the_worker_is_started_when_the_task_is_committed(queue, started, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        enqueue(work.note, "folder", "text")
        assert started == []
    assert started == ["started"]
    assert DBTaskResult.objects.get().args_kwargs == {"args": ["folder", "text"], "kwargs": {}}


@pytest.mark.django_db
def test_a_task_that_was_rolled_back_starts_nobody(queue, started, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError), transaction.atomic():
        enqueue(work.note, "folder", "text")
        raise ZeroDivisionError
    assert (started, DBTaskResult.objects.count()) == ([], 0)


@pytest.mark.django_db
def test_a_queue_that_does_its_work_at_once_needs_no_worker(settings, started, tmp_path, django_capture_on_commit_callbacks):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    with django_capture_on_commit_callbacks(execute=True):
        enqueue(work.note, str(tmp_path), "done at once")
    assert (started, (tmp_path / "notes").read_text()) == ([], "done at once\n")
