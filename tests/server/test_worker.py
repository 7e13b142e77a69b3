"""Tasks are done at least once, whatever kills their worker, and by one worker on a machine."""

import os
import signal

import pytest

from tests.server.installation import Installation, kill_group, notes
from tests.server.serving import PATIENCE, until


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder


TABLE = "django_tasks_database_dbtaskresult"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request):
    """The installation on each database."""
    place = request.getfixturevalue({"sqlite": "installation", "postgresql": "on_postgresql"}[request.param])
    place.sql(f"DELETE FROM {TABLE}")
    return place


def test_a_worker_does_what_waits_and_ends_when_idle(place: Installation, folder):
    place.enqueues(f"note.enqueue('{folder}', 'uno')", f"fail.enqueue('{folder}')")
    assert place.starts_worker().wait(PATIENCE) == 0
    assert notes(folder) == ["uno"]
    assert place.statuses() == ["SUCCESSFUL", "FAILED"]


def test_what_a_killed_worker_left_is_done_again(place, folder):
    place.enqueues(f"wait_for_release.enqueue('{folder}')")
    killed = place.starts_worker()
    until(lambda: notes(folder) == [f"began {killed.pid}"])
    kill_group(killed)
    assert place.statuses() == ["RUNNING"]
    (folder / "release").touch()
    after = place.starts_worker()
    assert after.wait(PATIENCE) == 0
    assert notes(folder) == [f"began {killed.pid}", f"began {after.pid}", "done"]
    assert place.statuses() == ["SUCCESSFUL"]


def test_a_task_that_kills_every_worker_is_given_up(installation, folder):
    installation.enqueues(f"die.enqueue('{folder}')", f"note.enqueue('{folder}', 'after')")
    installation.sql(f"""UPDATE {TABLE} SET status = 'RUNNING', worker_ids = '["1", "2", "3", "4"]' WHERE task_path LIKE '%die'""")
    assert installation.starts_worker().wait(PATIENCE) == -signal.SIGKILL
    assert installation.starts_worker().wait(PATIENCE) == 0
    assert notes(folder) == ["dying", "after"]
    assert installation.statuses() == ["FAILED", "SUCCESSFUL"]


def test_a_second_worker_leaves_the_work_to_the_first(installation, folder):
    installation.enqueues(f"wait_for_release.enqueue('{folder}')")
    first = installation.starts_worker()
    until(lambda: notes(folder))
    assert installation.starts_worker().wait(PATIENCE) == 0
    (folder / "release").touch()
    assert first.wait(PATIENCE) == 0
    assert notes(folder) == [f"began {first.pid}", "done"]


def test_workers_of_two_machines_do_not_take_each_others_tasks(on_postgresql, folder, tmp_path, monkeypatch):
    """Each machine has a data directory of its own; the database says which worker is alive."""
    on_postgresql.enqueues(f"wait_for_release.enqueue('{folder}')")
    first = on_postgresql.starts_worker()
    until(lambda: notes(folder))
    monkeypatch.setitem(on_postgresql.environment, "MILPA_DATA", str(tmp_path / "elsewhere"))
    assert on_postgresql.starts_worker().wait(PATIENCE) == 0
    (folder / "release").touch()
    assert first.wait(PATIENCE) == 0
    assert notes(folder) == [f"began {first.pid}", "done"]


def test_a_worker_told_to_leave_finishes_its_task_first(installation, folder):
    installation.enqueues(f"wait_for_release.enqueue('{folder}')", f"note.enqueue('{folder}', 'for the next one')")
    worker = installation.starts_worker(idle=60)
    until(lambda: notes(folder))
    os.kill(worker.pid, signal.SIGTERM)
    (folder / "release").touch()
    assert worker.wait(PATIENCE) == 0
    assert installation.statuses() == ["SUCCESSFUL", "READY"]


ENSURE_TWICE = """
from milpa.server import worker
worker.ensure_worker()
worker.ensure_worker()
print(*[process.pid for _since, process in worker._started])
"""


def test_a_worker_is_started_once_though_it_is_asked_for_twice(installation, folder):
    installation.enqueues(f"note.enqueue('{folder}', 'uno')")
    (pid,) = installation.does(ENSURE_TWICE).split()
    until(lambda: notes(folder) == ["uno"])
    os.kill(int(pid), signal.SIGTERM)


def test_nobody_is_started_while_a_worker_is_at_work(installation, folder):
    installation.enqueues(f"wait_for_release.enqueue('{folder}')")
    worker = installation.starts_worker()
    until(lambda: notes(folder))
    assert installation.does(ENSURE_TWICE).split() == []
    (folder / "release").touch()
    assert worker.wait(PATIENCE) == 0


COMMITTED_LATE = """
from milpa.server import worker
from tests.server.small import work
quiet = worker._work_until_quiet
late = iter([work.note])
def then_one_more(*arguments):
    quiet(*arguments)
    for task in late:
        task.enqueue(sys.argv[1], "late")
worker._work_until_quiet = then_one_more
worker.work(0.1)
"""


def test_a_task_committed_while_the_worker_is_ending_is_not_stranded(installation, folder):
    """The lock is still held then, so whoever committed it started nobody."""
    installation.does(COMMITTED_LATE, str(folder))
    assert notes(folder) == ["late"]
