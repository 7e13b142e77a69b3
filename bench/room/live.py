"""Cards to every screen, votes to their phones, the opened vote and the closed one to every screen: with 40, 200 and 500 phones."""

import asyncio
import json
import os
import random
import resource
import sqlite3
import time
from pathlib import Path
from statistics import quantiles
from typing import Any
from uuid import UUID, uuid4

from bench.records.store import _anonymous
from bench.room.phone import Phone
from bench.room.room import Room, room, until
from milpa.ledger.ids import uuid7

PHONES = (40, 200, 500)
CARDS = 120  # in ten seconds
VOTING = 10.0  # seconds in which everybody votes
HEAD = (
    "| phones | card to every screen p50 / p99 ms | vote acknowledged | opened vote with its ballot on every screen "
    "| closing to result on every screen | kB a phone | server CPU | CPU a vote ms | load |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
)


def measure(asked: dict[str, Any]) -> str:
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return "\n".join([HEAD, *(asyncio.run(_measured(phones)) for phones in asked["phones"] or PHONES)])


async def _measured(how_many: int) -> str:
    with room(how_many) as one:
        phones, facilitator, over = one.phones(), one.facilitator(), asyncio.Event()
        before = await _warm(one, phones[0], over)
        for phone in phones[1:]:
            phone.listening = asyncio.create_task(phone.listen(over))
        await until(lambda: all(phone.connected for phone in phones))
        memory = (_anonymous(one.site.process.pid) - before) / (how_many - 1)
        began, cpu = time.perf_counter(), _cpu(one)
        cards = await _cards(one, phones, facilitator)
        opened = await _step(one, phones, facilitator, "vote/open/", "screen:voting")
        spent = _cpu(one)
        votes = await _votes(one, phones)
        each = 1000 * (_cpu(one) - spent) / how_many
        closed = await _step(one, phones, facilitator, "vote/close/", "screen:counted")
        busy = (_cpu(one) - cpu) / (time.perf_counter() - began)
        over.set()
        for phone in phones:
            phone.listening.cancel() if phone.listening else None
    waits = " | ".join(_pair(one) for one in (cards, votes, opened, closed))
    return f"| {how_many} | {waits} | {memory:.0f} | {100 * busy:.0f} % | {each:.1f} | {os.getloadavg()[0]:.1f} |"


async def _warm(one: Room, phone: Phone, over: asyncio.Event) -> int:
    """Memory, in kB, once the server has imported and compiled what the first phone needs."""
    phone.listening = asyncio.create_task(phone.listen(over))
    await until(lambda: phone.connected > 0)
    for number in range(10):
        await phone.send(f"/w/{phone.slug}/cards/", [("form_id", str(uuid7())), ("text", f"Antes {number}")])
    return _anonymous(one.site.process.pid)


def _pair(waits: list[float]) -> str:
    cuts = quantiles(waits, n=100)
    return f"{1000 * cuts[49]:.0f} / {1000 * cuts[98]:.0f}"


def _cpu(one: Room) -> float:
    """Seconds of processor time that the server has used."""
    fields = Path(f"/proc/{one.site.process.pid}/stat").read_text(encoding="ascii").rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


async def _ok(sent: int, what: str) -> None:
    if sent not in (200, 302, 303):
        raise RuntimeError(f"{what} was answered {sent}")


async def _cards(one: Room, phones: list[Phone], facilitator: Phone) -> list[float]:
    """From the moment a card is sent to the moment each phone hears of it."""
    await _ok(
        await facilitator.send(f"{one.desk}/step/", [("form_id", str(uuid7())), ("activity", one.told["activity"]["writing"])]), "step"
    )
    sent: dict[str, float] = {}

    async def write(number: int) -> None:
        await asyncio.sleep(10 * number / CARDS)
        id, phone = str(uuid7()), phones[number % len(phones)]
        sent[id] = time.perf_counter()
        await _ok(await phone.send(f"/w/{phone.slug}/cards/", [("form_id", id), ("text", f"Tarjeta {number}")]), "card")

    await asyncio.gather(*[write(number) for number in range(CARDS)])
    await until(lambda: all(len(sent.keys() & phone.heard.keys()) == CARDS for phone in phones))
    return [phone.heard[id] - at for phone in phones for id, at in sent.items()]


async def _step(one: Room, phones: list[Phone], facilitator: Phone, path: str, heard: str) -> list[float]:
    """From the facilitator's tap to each phone's hearing of it."""
    for phone in phones:
        phone.heard.pop(heard, None)
    if path == "vote/open/":
        await facilitator.send(f"{one.desk}/step/", [("form_id", str(uuid7())), ("activity", one.told["activity"]["voting"])])
    began = time.perf_counter()
    await _ok(await facilitator.send(f"{one.desk}/{path}", await _fields(one, path)), path)
    await until(lambda: all(heard in phone.heard for phone in phones))
    return [phone.heard[heard] - began for phone in phones]


async def _fields(one: Room, path: str) -> list[tuple[str, str]]:
    fields = [("form_id", str(uuid7()))]
    return fields if path == "vote/open/" else [*fields, ("vote", one.told["vote"])]


async def _votes(one: Room, phones: list[Phone]) -> list[float]:
    chance, waits = random.Random(7), []
    vote, groups = _vote_of(one)
    one.told["vote"] = vote

    async def cast(phone: Phone, at: float, group: str) -> None:
        await asyncio.sleep(at)
        began = time.perf_counter()
        fields = [("form_id", str(uuid4())), ("vote", vote), ("groups", group)]
        await _ok(await phone.send(f"/w/{phone.slug}/vote/", fields), "vote")
        waits.append(time.perf_counter() - began)

    await asyncio.gather(*[cast(phone, chance.uniform(0, VOTING), chance.choice(groups)) for phone in phones])
    return waits


def _vote_of(one: Room) -> tuple[str, list[str]]:
    """The vote that was opened, and the groups that it is about."""
    with sqlite3.connect(f"file:{one.data / 'milpa.sqlite3'}?mode=ro", uri=True) as connection:
        id, groups = connection.execute("SELECT id, groups FROM workshops_vote ORDER BY recorded_at DESC LIMIT 1").fetchone()
    return str(UUID(id)), json.loads(groups)
