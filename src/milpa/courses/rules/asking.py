"""How many people may be put on an edition's list by its public page: a limit for a browser, a wider one for the edition's code.

A whole association may share one phone, and forty phones one address: so the address is never counted. A program that asks a
hundred times, with a new browser each time, meets the limit of the code.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

WINDOW = timedelta(hours=1)


def closed_until(now: datetime, mine: Sequence[datetime], all: Sequence[datetime], most_mine: int, most_all: int) -> datetime | None:
    """Until when nobody more is taken from this browser; None while it is open. `all`: of the code, this browser's too."""
    found = [_until(now, mine, most_mine), _until(now, all, most_all)]
    return max((until for until in found if until is not None), default=None)


def _until(now: datetime, asked: Sequence[datetime], most: int) -> datetime | None:
    lately = sorted(at for at in asked if now - at < WINDOW)
    return lately[-most] + WINDOW if len(lately) >= most else None
