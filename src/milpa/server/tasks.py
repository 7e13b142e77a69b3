"""Work that a page leaves to the worker: kept in the transaction, done at least once, so every task is safe to repeat.

A stage enqueues with django-tasks itself (`task.enqueue(...)`): the worker is started once the transaction commits.
"""

from typing import Any

from django.db import transaction
from django_tasks_db import DatabaseBackend
from django_tasks_db.compat import BaseTaskResult, Task, task_enqueued

from milpa.server.worker import ensure_worker


def enqueue(task: Task[..., Any], *args: Any, **kwargs: Any) -> BaseTaskResult[..., Any]:
    """Keeps the task for the worker, if the transaction commits."""
    return task.enqueue(*args, **kwargs)


def start_worker_when_enqueued() -> None:
    """From here on this process starts the worker for what it enqueues; the server does it, a command may."""
    task_enqueued.connect(_start_worker, dispatch_uid="milpa.server.tasks")


def _start_worker(sender: type, **_: Any) -> None:
    if issubclass(sender, DatabaseBackend):
        transaction.on_commit(ensure_worker)
