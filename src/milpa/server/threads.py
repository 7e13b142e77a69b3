"""Threads that live as long as the process, so that their database connections do too."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.db import close_old_connections, connections

P = ParamSpec("P")
T = TypeVar("T")


class DatabaseThread:
    """One thread beside the page thread for short reads; a broken connection is closed before and after each."""

    def __init__(self, name: str) -> None:
        self.executor = ThreadPoolExecutor(1, thread_name_prefix=name)

    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.executor, lambda: self._with_connections(call, *args, **kwargs))

    @staticmethod
    def _with_connections(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        close_old_connections()
        try:
            return call(*args, **kwargs)
        finally:
            close_old_connections()

    def close(self) -> None:
        """Closes its connections once what it does is done; does not wait."""
        self.executor.submit(connections.close_all)
        self.executor.shutdown(wait=False)


# Reading and writing files for the loop: they may wait for a disk.
disk = ThreadPoolExecutor(2, thread_name_prefix="disk")


async def on_disk(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    return await asyncio.get_running_loop().run_in_executor(disk, lambda: call(*args, **kwargs))
