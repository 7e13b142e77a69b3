"""The one worker process: starts when something is enqueued, ends when there was nothing for a minute.

It holds MILPA_DATA/worker.lock while it works. Ending, it lets go of the lock first and looks once more: whoever commits a
task before that look is seen by it, whoever commits after it finds the lock free and starts a new one. Nothing is stranded.
"""

import logging
import os
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import close_old_connections, connection, connections

from milpa.server.lock import Lock

if TYPE_CHECKING:
    from django_tasks_db.management.commands.db_worker import Worker
    from django_tasks_db.models import DBTaskResult

IDLE = 60.0  # seconds without work until it ends
EACH = 0.25  # seconds between two looks
MOST_ATTEMPTS = 5  # a task that killed its worker so often is given up
STARTING = 10.0  # seconds in which a worker that was started counts as one, though it does not hold the lock yet

log = logging.getLogger("milpa.server")
_started: list[tuple[float, "subprocess.Popen[bytes]"]] = []


class WorkerDied(Exception):
    """The worker was killed each time it did this task."""


def lock() -> Lock:
    return Lock(Path(settings.DATA) / "worker.lock")


def ensure_worker() -> None:
    """Starts the worker unless one is at work or starting. Call it when the task's transaction has committed."""
    now = time.monotonic()
    _started[:] = [(at, process) for at, process in _started if process.poll() is None]  # also takes their exit status
    if any(now - at < STARTING for at, _process in _started) or not lock().is_free():
        return
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-m", "milpa.server.worker"]
    # its logs go where ours do; a pipe that reads our output must not wait for it
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment)
    _started.append((now, process))


def is_wanted() -> bool:
    """Whether a task is due, or was left by a worker that was killed."""
    from django_tasks_db.models import DBTaskResult

    return is_due() or DBTaskResult.objects.running().exists()


def is_due() -> bool:
    from django_tasks_db.models import DBTaskResult

    return bool(DBTaskResult.objects.ready().exists())


def work(idle: float = IDLE) -> bool:
    """Does what is due until there was nothing for `idle` seconds. False, and nothing done, if another worker is at work."""
    from django_tasks_db.management.commands.db_worker import Worker

    mine = lock()
    if not mine.take():
        return False
    name = f"{time.time_ns():x}-{os.getpid()}-{os.uname().nodename}"[:64]
    worker = Worker(
        queue_names=["*"], excluded_queue_names=[], backend_name="default", worker_id=name,
        interval=EACH, batch=True, startup_delay=False, max_tasks=None,
    )  # fmt: skip
    worker.configure_signals()
    read_without_mapping()
    if connection.vendor == "postgresql":
        _ask("SELECT pg_advisory_lock(%s)", name)
    while True:
        take_back_orphans()
        _work_until_quiet(worker, idle)
        mine.release()
        if not (worker.running and is_due() and mine.take()):
            return True


def read_without_mapping() -> None:
    """SQLite reads its file, 4 MB of it at a time, instead of mapping 128: what is mapped counts as memory, and an import touches all."""
    for one in connections.all():
        if one.vendor == "sqlite":
            with one.cursor() as cursor:
                cursor.execute("PRAGMA mmap_size = 0")
                cursor.execute("PRAGMA cache_size = -4000")


def _work_until_quiet(worker: "Worker", idle: float) -> None:
    since = time.monotonic()
    while worker.running and time.monotonic() - since < idle:
        close_old_connections()
        if is_due():
            worker.run()
            since = time.monotonic()
        else:
            time.sleep(EACH)


def take_back_orphans() -> None:
    """Puts tasks of killed workers back in the queue; call it with the lock held."""
    from django_tasks_db.models import DBTaskResult

    for result in DBTaskResult.objects.running():
        if not _is_dead(result.worker_ids[-1]):
            continue
        if len(result.worker_ids) >= MOST_ATTEMPTS:
            _give_up(result)
        else:
            log.warning("task %s was left by a worker that died; it is done again", result.id)
            DBTaskResult.objects.filter(id=result.id, status=result.status).update(status="READY", started_at=None)


def _is_dead(worker_id: str) -> bool:
    """On one machine whoever holds the lock is the only worker alive; several machines hold a lock each in the database."""
    return connection.vendor != "postgresql" or _ask("SELECT pg_try_advisory_xact_lock(%s)", worker_id)


def _ask(sql: str, worker_id: str) -> bool:
    key = int.from_bytes(sha256(worker_id.encode()).digest()[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute(sql, [key])
        return bool(cursor.fetchone()[0])


def _give_up(result: "DBTaskResult[..., object]") -> None:
    from django_tasks_db import DatabaseBackend
    from django_tasks_db.compat import task_finished

    result.set_failed(WorkerDied(f"{len(result.worker_ids)} workers died doing it"))
    try:
        task_finished.send(sender=DatabaseBackend, task_result=result.task_result)
    except (ImportError, SuspiciousOperation):
        log.warning("task %s is no task of this version", result.id)


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "milpa.settings.base")
    django.setup()
    os.nice(5)  # pages go first
    work()
