"""A million statements and a second one: how long they take with their indexing, what they weigh, and how fast they are found."""

import random
import sqlite3
import threading
import time
from statistics import quantiles
from urllib.parse import quote

import orjson

from bench.records import client
from bench.records.client import Endpoint
from bench.records.statements import COURSES, LEARNERS, LESSONS, VERBS, agent, bodies, course, lesson, registration, verb
from bench.records.store import Store, store

BATCH, CLIENTS, AT_ONCE = 100, 8, 20_000
QUESTIONS = 200


def measure(asked: dict[str, int]) -> str:
    how_many = asked["statements"]
    with store() as one:
        rest = one.memory()
        with _Watched(one) as watched:
            first = _fill(one, 1, how_many)
        size = one.bytes_stored()
        found = questions(one.endpoint)
        with _Watched(one) as again:
            second = _fill(one, 2, how_many)
        found_then = questions(one.endpoint)
    lines = [
        f"{how_many:,} statements in batches of {BATCH} by {CLIENTS} clients, each answered when it is on disk:",
        f"{first.sending:.0f} s ({how_many / first.sending:,.0f}/s), and {first.catching:.1f} s more until the last was found by its agent "
        f"({how_many / first.whole:,.0f}/s in all); {first.left:,} were left to be indexed then: {first.left / first.catching:,.0f}/s.",
        f"As many again: {second.sending:.0f} s and {second.catching:.1f} s: {second.whole / first.whole:.2f} times the first.",
        f"Memory without mapped files: {rest:.0f} MB at rest, at most {watched.most:.0f} MB and {again.most:.0f} MB meanwhile.",
        f"Stored: {size / how_many:,.0f} bytes a statement, all indexes included; its JSON takes {_weight():,.0f}.",
        "",
        f"| {QUESTIONS} questions each, 25 statements an answer | p50 ms | p99 ms | p50 at {2 * how_many:,} | p99 |",
        "|---|---:|---:|---:|---:|",
    ]
    return "\n".join([*lines, *(f"| {name} | {_pair(found[name])} | {_pair(found_then[name])} |" for name in found)])


def _weight() -> float:
    return sum(len(body) for body in bodies(1, 1_000, 1)) / 1_000


def _pair(waits: list[float]) -> str:
    cuts = quantiles(waits, n=100)
    return f"{cuts[49]:.1f} | {cuts[98]:.1f}"


class _Filled:
    def __init__(self) -> None:
        self.sending = self.catching = 0.0
        self.left = 0  # not yet indexed when the last was acknowledged

    @property
    def whole(self) -> float:
        return self.sending + self.catching


def _fill(one: Store, seed: int, how_many: int) -> _Filled:
    filled = _Filled()
    for part in range(max(1, how_many // AT_ONCE)):
        requests = [one.endpoint.post(body) for body in bodies(seed * 1_000_003 + part, min(AT_ONCE, how_many), BATCH)]
        begun = time.perf_counter()
        figures = client.send(one.endpoint, requests, CLIENTS)
        filled.sending += time.perf_counter() - begun
        if figures.failed:
            raise RuntimeError(f"{figures.failed} requests were refused")
    filled.left = _left(one)
    begun = time.perf_counter()
    while _lags(one):
        time.sleep(0.2)
    filled.catching = time.perf_counter() - begun
    return filled


def _left(one: Store) -> int:
    with sqlite3.connect(f"file:{one.data / 'records.sqlite3'}?mode=ro", uri=True) as connection:
        return int(connection.execute("SELECT arrived - indexed FROM records_counter").fetchone()[0])


def _lags(one: Store) -> bool:
    """Whether the store says that not everything it holds can be found yet: its consistency is not of now."""
    import http.client
    from datetime import UTC, datetime

    connection = http.client.HTTPConnection("127.0.0.1", one.port, timeout=60)
    connection.request(
        "HEAD", "/xapi/statements?limit=1", headers={"Authorization": one.authorization, "X-Experience-API-Version": "2.0.0"}
    )
    through = connection.getresponse().headers["X-Experience-API-Consistent-Through"]
    connection.close()
    return (datetime.now(UTC) - datetime.fromisoformat(through)).total_seconds() > 0.2


def questions(to: Endpoint, each: int = QUESTIONS) -> dict[str, list[float]]:
    """Way to ask -> how long each question waited, in milliseconds."""
    chance = random.Random(7)
    someone = lambda: quote(orjson.dumps(agent(chance.randrange(LEARNERS))).decode())  # noqa: E731 - one of a table of ways to ask
    ways = {
        "agent": lambda: f"agent={someone()}",
        "verb": lambda: f"verb={quote(verb(chance.choice(VERBS)))}",
        "activity": lambda: f"activity={quote(lesson(chance.randrange(LESSONS)))}",
        "registration": lambda: f"registration={registration(chance.randrange(LEARNERS), chance.randrange(COURSES))}",
        "agent and verb": lambda: f"agent={someone()}&verb={quote(verb(chance.choice(VERBS)))}",
        "activity and verb, oldest first": lambda: (
            f"activity={quote(lesson(chance.randrange(LESSONS)))}&verb={quote(verb(chance.choice(VERBS)))}&ascending=true"
        ),
        "since and until": lambda: "since=2026-01-01T00:00:00Z&until=2036-01-01T00:00:00Z",
        "related agents": lambda: f"agent={someone()}&related_agents=true",
        "related activities": lambda: f"activity={quote(course(chance.randrange(COURSES)))}&related_activities=true",
    }
    found = {}
    for name, way in ways.items():
        waits = []
        for _ in range(each):
            figures = client.send(to, [to.get(f"limit=25&{way()}")], 1)
            if figures.failed:
                raise RuntimeError(f"asked by {name}: refused")
            waits.append(figures.p50)
        found[name] = waits
    return found


class _Watched:
    """The most memory that the store takes meanwhile, looked at twice a second."""

    def __init__(self, one: Store) -> None:
        self.one, self.most, self.over = one, 0.0, threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self.over.wait(0.5):
            self.most = max(self.most, self.one.memory())

    def __enter__(self) -> "_Watched":
        self.thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.over.set()
        self.thread.join()
