"""Tasks whose doing can be seen from outside: each writes lines into a file."""

import os
import threading
from pathlib import Path

from django_tasks import task


@task()
def note(folder: str, text: str) -> None:
    with (Path(folder) / "notes").open("a") as notes:
        notes.write(f"{text}\n")


@task()
def wait_for_release(folder: str) -> None:
    """Notes that it began and in which process, and is done once a file `release` is there."""
    note.func(folder, f"began {os.getpid()}")
    pause = threading.Event()
    while not (Path(folder) / "release").exists():
        pause.wait(0.02)
    note.func(folder, "done")


@task()
def die(folder: str) -> None:
    """Kills its own worker, as running out of memory does."""
    note.func(folder, "dying")
    os.kill(os.getpid(), 9)


@task()
def fail(folder: str) -> None:
    raise ValueError("failed on purpose")
