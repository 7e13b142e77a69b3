"""Waits a little for postings that lag behind, so that who writes and then asks finds what was written."""

import asyncio

from milpa.records import limits
from milpa.records.http.requests import Store
from milpa.records.store.counting import Numbers

STEP = 0.02  # seconds between two looks


async def caught_up(store: Store) -> None:
    """Returns when everything that was stored before can be found, or when that takes too long."""
    for _look in range(int(limits.PATIENCE / STEP)):
        if (await store.read(Numbers.read)).lag == 0:
            return
        await asyncio.sleep(STEP)
