"""Sends statements on several connections that stay open, each waiting for its answer before it sends the next."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles

import httptools


@dataclass(frozen=True, slots=True)
class Figures:
    """`rate`: requests a second; waits in milliseconds."""

    rate: float
    p50: float
    p99: float
    failed: int


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


def post(port: int, authorization: str, body: bytes) -> bytes:
    head = (
        f"POST /xapi/statements HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: {authorization}\r\n"
        f"X-Experience-API-Version: 2.0.0\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def get(port: int, authorization: str, path: str) -> bytes:
    return (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: {authorization}\r\nX-Experience-API-Version: 2.0.0\r\n\r\n"
    ).encode()


async def _connection(port: int, requests: Iterator[bytes], waits: list[float], statuses: list[int]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for request in requests:
            begun = time.perf_counter()
            statuses.append(await ask(reader, writer, request))
            waits.append((time.perf_counter() - begun) * 1000)
    finally:
        writer.close()


async def _all(port: int, requests: Sequence[bytes], clients: int) -> Figures:
    waits: list[float] = []
    statuses: list[int] = []
    shared = iter(requests)
    begun = time.perf_counter()
    await asyncio.gather(*[_connection(port, shared, waits, statuses) for _ in range(clients)])
    took = time.perf_counter() - begun
    cuts = quantiles(waits, n=100) if len(waits) > 1 else waits * 99
    return Figures(len(waits) / took, cuts[49], cuts[98], sum(status not in (200, 204) for status in statuses))


def send(port: int, requests: Sequence[bytes], clients: int) -> Figures:
    return asyncio.run(_all(port, requests, clients))
