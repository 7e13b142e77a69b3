"""Where the suite keeps what it throws away: in memory if there is room, since each commit waits for a disk (4 ms and more)."""

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")
ENOUGH = 2_000_000_000  # bytes; containers often have 64 MB


def in_memory() -> Path | None:
    """A directory in memory, or None for the system's usual one."""
    return MEMORY if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH else None
