"""What a page worked out is used again while nothing was recorded since: the ledger's last number is a part of the key.

Involvement, what waits and the thread are asked of every package, some twenty queries in all. Nothing here is kept on disk and nothing
is wrong for longer than a minute: learning statements, which have a ledger of their own, may be that much behind.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, NamedTuple

from django.db import connection

FOR = 60.0  # seconds
MOST = 2_000  # answers in one process

_answers: "OrderedDict[Hashable, tuple[Mark, float, Any]]" = OrderedDict()
_lock = Lock()


class Mark(NamedTuple):
    """How far this node's ledger had come: its last fact and its last revision."""

    arrived: int
    revision: int


def mark() -> Mark:
    """Read before computing, so that what is recorded meanwhile makes the answer old. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT (SELECT arrived FROM ledger_node WHERE id = 1), (SELECT MAX(id) FROM ledger_revision)")
        arrived, revision = cursor.fetchone()
    return Mark(arrived or 0, revision or 0)


def remembered(now: Mark, key: Hashable, compute: Callable[[], Any]) -> Any:
    """The answer of `compute`, from memory if it was computed at this mark within the last minute."""
    with _lock:
        known = _answers.get(key)
    moment = time.monotonic()
    if known is not None and known[0] == now and moment - known[1] < FOR:
        return known[2]
    answer = compute()
    with _lock:
        _answers[key] = (now, moment, answer)
        _answers.move_to_end(key)
        while len(_answers) > MOST:
            _answers.popitem(last=False)
    return answer


def forget() -> None:
    """For tests that change what no ledger records."""
    with _lock:
        _answers.clear()
