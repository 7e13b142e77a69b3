"""How fast one credential may ask, in this process: a bucket that fills steadily and is emptied by one for each request."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from milpa.records.refusals import TooMany

MOST_BUCKETS = 10_000


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Buckets:
    """`a_second` requests on average, `at_once` in a burst."""

    def __init__(self, a_second: float, at_once: float, now: Callable[[], float] = time.monotonic) -> None:
        self.a_second, self.at_once, self.now = a_second, at_once, now
        self.buckets: dict[UUID, _Bucket] = {}
        self.lock = Lock()

    def take(self, credential: UUID) -> None:
        """One request. Raises TooMany, which says after how many seconds there is room again."""
        with self.lock:
            now = self.now()
            bucket = self.buckets.get(credential) or self._new(credential, now)
            bucket.left = min(self.at_once, bucket.left + (now - bucket.at) * self.a_second)
            bucket.at = now
            if bucket.left < 1:
                raise TooMany(seconds=max(1, math.ceil((1 - bucket.left) / self.a_second)))
            bucket.left -= 1

    def _new(self, credential: UUID, now: float) -> _Bucket:
        if len(self.buckets) >= MOST_BUCKETS:  # those that are full again are as good as new
            full = [one for one, bucket in self.buckets.items() if bucket.left + (now - bucket.at) * self.a_second >= self.at_once]
            for one in full or list(self.buckets)[: MOST_BUCKETS // 10]:
                del self.buckets[one]
        return self.buckets.setdefault(credential, _Bucket(self.at_once, now))
