"""A file that one process at a time may hold; the system lets go of it for a killed one."""

import fcntl
import time
from pathlib import Path
from typing import IO


class Lock:
    """`take` waits a little: a look by `is_free` holds it for an instant."""

    def __init__(self, path: Path, patience: float = 1.0) -> None:
        self.path, self.patience = path, patience
        self.file: IO[bytes] | None = None

    def take(self) -> bool:
        """Whether it is ours now."""
        self.file = self.path.open("ab")
        until = time.monotonic() + self.patience
        while True:
            try:
                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            except BlockingIOError:
                if time.monotonic() > until:
                    self.release()
                    return False
                time.sleep(0.02)

    def release(self) -> None:
        if self.file:
            self.file.close()
            self.file = None

    def is_free(self) -> bool:
        with self.path.open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
                return True
            except BlockingIOError:
                return False
