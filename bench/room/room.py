"""A server with a workshop in it, and the phones of everybody in the room."""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.room.phone import Phone
from bench.site import ROOT, Site


@dataclass(slots=True)
class Room:
    site: Site
    data: Path
    told: dict[str, Any]

    def phones(self) -> list[Phone]:
        return [Phone(self.site.port, self.told["slug"], self.told["workshop"], cookie) for cookie in self.told["cookies"]]

    def facilitator(self) -> Phone:
        return Phone(self.site.port, self.told["slug"], self.told["workshop"], self.told["facilitator"])

    @property
    def desk(self) -> str:
        return f"/programmes/{self.told['programme']}/workshops/{self.told['workshop']}"


@contextmanager
def room(phones: int, voting: bool = False) -> Iterator[Room]:
    with seeded(phones, voting) as (data, told), served(data, told) as one:
        yield one


@contextmanager
def seeded(phones: int, voting: bool = False) -> Iterator[tuple[Path, dict[str, Any]]]:
    """A data directory with the workshop in it, and what its phones need to know."""
    with tempfile.TemporaryDirectory(prefix="milpa-room-") as place:
        data = Path(place, "data")
        data.mkdir()
        own = {"MILPA_DATA": str(data), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "DJANGO_SETTINGS_MODULE": "milpa.settings.base"}
        how: dict[str, Any] = {"env": os.environ | own, "check": True, "capture_output": True, "text": True}
        subprocess.run([sys.executable, "-m", "milpa.cli", "migrate"], **how)
        line = [sys.executable, "-m", "bench.room.seed", str(phones), *(["voting"] if voting else [])]
        printed = subprocess.run(line, cwd=ROOT, **how).stdout
        yield data, json.loads(printed.splitlines()[-1])


@contextmanager
def served(data: Path, told: dict[str, Any]) -> Iterator[Room]:
    one = Room(Site(data, 1), data, told)
    try:
        yield one
    finally:
        one.site.end()


async def until(condition: Any, seconds: float = 30.0) -> None:
    """Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)
