"""Statements a second that are on disk when they are answered, beside a raw bulk insert of the same rows in the same run."""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.records import client
from bench.records.client import Endpoint
from bench.records.statements import bodies, statements
from bench.records.store import store

JOBS = [(batch, clients) for batch in (1, 10, 100) for clients in (1, 8, 32)]
STATEMENTS = {1: 3_000, 10: 20_000, 100: 60_000}  # of one job; with one client a third
LONGEST = 30.0  # seconds of one job
HEADS = [
    "| store | in a request | clients | statements/s | p50 ms | p99 ms | failed | processor: server | client |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
]


def measure(asked: dict[str, int]) -> str:
    lines = list(HEADS)
    for postgresql in (False, True):
        with store(postgresql) as one:
            lines += [job(one.database, one.endpoint, one.used, seed, batch, clients) for seed, (batch, clients) in enumerate(JOBS)]
    says = "Processor: microseconds of a statement, which the machine's other work does not make longer as it does the waits."
    return "\n".join([*lines, "", says, _raw()])


def job(name: str, to: Endpoint, used: Callable[[], float], seed: int, batch: int, clients: int, longest: float = LONGEST) -> str:
    """One row of the table."""
    how_many = STATEMENTS[batch] // (3 if clients == 1 else 1)
    requests = [to.post(body) for body in bodies(seed, how_many, batch)]
    before = used()
    figures = client.send(to, requests, clients, longest)
    each = 1_000_000 / (figures.answered * batch)
    waits = f"{figures.p50:.1f} | {figures.p99:.1f} | {figures.failed}"
    processor = f"{(used() - before) * each:,.0f} | {figures.used * each:,.0f}"
    return f"| {name} | {batch} | {clients} | {figures.rate * batch:,.0f} | {waits} | {processor} |"


def _raw() -> str:
    """The least that can be done: the same statements as rows with an id, a hundred in a transaction, one after the other."""
    import json

    rows = [(one["id"], json.dumps(one)) for one in statements(99, 60_000)]
    with tempfile.TemporaryDirectory(prefix="milpa-raw-") as place:
        connection = sqlite3.connect(Path(place, "raw.sqlite3"), isolation_level=None)
        connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE s (id TEXT PRIMARY KEY, content TEXT)")
        begun = time.perf_counter()
        for start in range(0, len(rows), 100):
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO s VALUES (?, ?)", rows[start : start + 100])
            connection.execute("COMMIT")
        rate = len(rows) / (time.perf_counter() - begun)
        connection.close()
    return f"Raw insert into SQLite, 100 rows a transaction, nothing checked, nothing indexed but the id: {rate:,.0f} rows/s."
