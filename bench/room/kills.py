"""kill -9 in the middle of the vote, many times: every acknowledged vote is there, sending again counts nobody twice, phones come back."""

import asyncio
import os
import random
import shutil
import signal
import sqlite3
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from tests.workshops.voters import Voters

from bench.room.room import Room, seeded, served, until
from bench.site import Site

PHONES = 40


@dataclass(slots=True)
class Found:
    acknowledged: int = 0
    lost: int = 0
    twice: int = 0
    missing: int = 0
    back: list[float] = field(default_factory=list)  # seconds from the server's being there again to all phones' listening


def measure(asked: dict[str, Any]) -> str:
    chance, found = random.Random(asked["seed"]), Found()
    with seeded(PHONES, voting=True) as (data, told):
        for number in range(asked["kills"]):
            copy = Path(shutil.copytree(data, data.with_name(f"data-{number}")))
            with served(copy, told) as one:
                asyncio.run(_killed(one, chance, found))
            shutil.rmtree(copy)
    return (
        f"{asked['kills']} kills (seed {asked['seed']}): {found.acknowledged:,} votes were acknowledged before them; {found.lost} lost, "
        f"{found.twice} counted twice, {found.missing} missing after all were sent again. All {PHONES} phones listened again "
        f"{max(found.back):.1f} s after the server was there, at the latest."
    )


async def _killed(one: Room, chance: random.Random, found: Found) -> None:
    told, over = one.told, asyncio.Event()
    phones = one.phones()
    listening = [asyncio.create_task(phone.listen(over)) for phone in phones]
    await until(lambda: all(phone.connected for phone in phones))
    voters = Voters(one.site.port, told["slug"], told["vote"], told["groups"], told["cookies"])
    await asyncio.to_thread(voters.until_killed, lambda: os.killpg(one.site.process.pid, signal.SIGKILL), chance)
    one.site.process.wait()
    stored = _stored(one.data)
    found.acknowledged += len(voters.acknowledged)
    found.lost += len(voters.acknowledged - set(stored))
    before = {phone.cookie: phone.connected for phone in phones}
    one.site = await asyncio.to_thread(Site, one.data, 1)
    began = time.perf_counter()
    voters.port = one.site.port
    for phone in phones:
        phone.port = one.site.port
    await until(lambda: all(phone.connected > before[phone.cookie] for phone in phones))
    found.back.append(time.perf_counter() - began)
    await asyncio.to_thread(voters.send_again)
    stored = _stored(one.data)
    found.twice += max(0, len(stored) - PHONES)
    found.missing += len(set(voters.ballots) - set(stored))
    over.set()
    for task in listening:
        task.cancel()


def _stored(data: Path) -> list[str]:
    with sqlite3.connect(f"{data}/milpa.sqlite3") as connection:
        return [str(UUID(id)) for (id,) in connection.execute("SELECT id FROM workshops_ballot")]
