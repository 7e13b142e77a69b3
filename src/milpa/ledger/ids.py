"""UUIDv7 (RFC 9562, section 5.7): ids that sort by the moment they were made. Python has its own only from 3.14."""

import os
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0


def uuid7() -> UUID:
    """A new id; within this process each is greater than the one before, also within a millisecond."""
    global _last
    with _lock:
        # 48 bits of milliseconds and 12 bits of sub-millisecond (RFC 9562, section 6.2, method 3)
        ticks = max(time.time_ns() * 4096 // 1_000_000, _last + 1)
        _last = ticks
    milliseconds, fraction = divmod(ticks, 4096)
    tail = int.from_bytes(os.urandom(8), "big") & 0x3FFF_FFFF_FFFF_FFFF
    return UUID(int=(milliseconds & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | fraction << 64 | 0x2 << 62 | tail)
