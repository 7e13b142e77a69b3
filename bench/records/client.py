"""Sends statements on several connections that stay open, each waiting for its answer before it sends the next."""

import asyncio
import base64
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles
from urllib.parse import urlsplit

import httptools


@dataclass(frozen=True, slots=True)
class Figures:
    """`rate`: requests a second; waits in milliseconds."""

    rate: float
    p50: float
    p99: float
    failed: int
    answered: int
    used: float  # seconds of the processor that the client itself took


class _Answer:
    def __init__(self) -> None:
        self.whole, self.parser, self.body = False, httptools.HttpResponseParser(self), b""

    def on_message_complete(self) -> None:
        self.whole = True


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> int:
    """The status of the whole answer."""
    writer.write(request)
    answer = _Answer()
    while not answer.whole:
        data = await reader.read(262_144)
        if not data:
            raise ConnectionError("the server hung up")
        answer.parser.feed_data(data)
    return int(answer.parser.get_status_code())


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a record store answers; `path` without a slash at its end."""

    authorization: str
    port: int
    host: str = "127.0.0.1"
    path: str = "/xapi"
    version: str = "2.0.0"

    @classmethod
    def of(cls, address: str, credentials: str) -> "Endpoint":
        """Of any store, by its address and `key:secret`; every one speaks 1.0.3."""
        parts = urlsplit(address)
        basic = "Basic " + base64.b64encode(credentials.encode()).decode()
        return cls(basic, parts.port or 80, parts.hostname or "", parts.path.rstrip("/"), "1.0.3")

    def post(self, body: bytes) -> bytes:
        return self._head("POST", "/statements", f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n") + body

    def get(self, query: str) -> bytes:
        return self._head("GET", f"/statements?{query}", "")

    def _head(self, method: str, rest: str, more: str) -> bytes:
        return (
            f"{method} {self.path}{rest} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nAuthorization: {self.authorization}\r\n"
            f"X-Experience-API-Version: {self.version}\r\n{more}\r\n"
        ).encode()


async def _connection(to: Endpoint, requests: Iterator[bytes], until: float, waits: list[float], statuses: list[int]) -> None:
    reader, writer = await asyncio.open_connection(to.host, to.port)
    try:
        for request in requests:
            begun = time.perf_counter()
            statuses.append(await ask(reader, writer, request))
            waits.append((time.perf_counter() - begun) * 1000)
            if time.perf_counter() > until:
                return
    finally:
        writer.close()


async def _all(to: Endpoint, requests: Sequence[bytes], clients: int, longest: float) -> Figures:
    waits: list[float] = []
    statuses: list[int] = []
    shared = iter(requests)
    begun, used = time.perf_counter(), time.process_time()
    await asyncio.gather(*[_connection(to, shared, begun + longest, waits, statuses) for _ in range(clients)])
    took = time.perf_counter() - begun
    cuts = quantiles(waits, n=100) if len(waits) > 1 else waits * 99
    failed = sum(status not in (200, 204) for status in statuses)
    return Figures(len(waits) / took, cuts[49], cuts[98], failed, len(waits), time.process_time() - used)


def send(to: Endpoint, requests: Sequence[bytes], clients: int, longest: float = 3600.0) -> Figures:
    """Sends them all, or what is answered within so many seconds."""
    return asyncio.run(_all(to, requests, clients, longest))
