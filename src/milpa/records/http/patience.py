"""Waits a little for postings that lag behind, so that who writes and then asks finds what was written."""

import asyncio
import time

from milpa.records import limits
from milpa.records.http.requests import Store
from milpa.records.store.counting import Numbers

STEP = 0.01  # seconds between two looks


async def caught_up(store: Store) -> None:
    """Returns when everything that was stored before can be found, or when that takes too long. Who asks is worth a turn of the writer."""
    asked = await store.read(Numbers.read)
    if asked.lag == 0:
        return
    until = time.monotonic() + limits.PATIENCE
    store.hurry()
    while time.monotonic() < until:
        await asyncio.sleep(STEP)
        if (await store.read(Numbers.read)).indexed >= asked.arrived:
            return
