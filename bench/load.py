"""Asks for one page over and over on a few connections that stay open, and says how long each answer took."""

import asyncio
import time
from dataclasses import dataclass
from statistics import quantiles

import httptools


@dataclass(frozen=True, slots=True)
class Figures:
    """`rate` in requests a second, waits in milliseconds, `weight` in bytes of one answer as it crossed the wire, head included."""

    rate: float
    p50: float
    p99: float
    weight: int
    failed: int


class _Answer:
    """Knows when an answer is whole."""

    def __init__(self) -> None:
        self.whole, self.parser = False, httptools.HttpResponseParser(self)

    def on_message_complete(self) -> None:
        self.whole = True


async def _one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> tuple[int, int]:
    writer.write(request)
    answer, weight = _Answer(), 0
    while not answer.whole:
        data = await reader.read(65536)
        if not data:
            raise ConnectionError("the server hung up")
        weight += len(data)
        answer.parser.feed_data(data)
    return answer.parser.get_status_code(), weight


async def _connection(port: int, request: bytes, until: float, waits: list[float], found: list[tuple[int, int]]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        while time.perf_counter() < until:
            begun = time.perf_counter()
            found.append(await _one(reader, writer, request))
            waits.append((time.perf_counter() - begun) * 1000)
    finally:
        writer.close()


def request(port: int, path: str, cookie: str) -> bytes:
    return (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\nAccept: text/html\r\nCookie: {cookie}\r\n\r\n"
    ).encode()


async def _load(port: int, path: str, cookie: str, connections: int, seconds: float) -> Figures:
    waits: list[float] = []
    found: list[tuple[int, int]] = []
    begun = time.perf_counter()
    line = request(port, path, cookie)
    await asyncio.gather(*[_connection(port, line, begun + seconds, waits, found) for _ in range(connections)])
    took = time.perf_counter() - begun
    cuts = quantiles(waits, n=100) if len(waits) > 1 else [waits[0]] * 99
    failed = sum(status != 200 for status, _weight in found)
    return Figures(len(waits) / took, cuts[49], cuts[98], found[-1][1], failed)


def load(port: int, path: str, cookie: str = "", connections: int = 1, seconds: float = 2.0) -> Figures:
    return asyncio.run(_load(port, path, cookie, connections, seconds))
