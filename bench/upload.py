"""How long another page waits while somebody sends 3 MB at 400 kbit/s: with the upload under way and without, in the same run."""

import asyncio
import time
from pathlib import Path

from bench.load import Figures, load
from bench.site import Site, served

SIZE, RATE = 3_000_000, 50_000  # bytes, bytes a second (400 kbit/s)
STEP = 0.1  # seconds between two pieces
PATH = "/health/upload/"  # an address that takes large bodies; the session makes it welcome, the page behind says that it does not exist


async def _send(site: Site, cookie: str, seconds: float) -> float:
    _reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
    head = f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nCookie: {cookie}\r\nContent-Type: application/octet-stream\r\n"
    writer.write(f"{head}Content-Length: {SIZE}\r\n\r\n".encode())
    begun, sent = time.perf_counter(), 0
    while sent < SIZE and time.perf_counter() - begun < seconds:
        writer.write(b"0" * int(RATE * STEP))
        await writer.drain()
        sent += int(RATE * STEP)
        await asyncio.sleep(STEP)
    writer.close()
    return sent / (time.perf_counter() - begun)


async def _both(site: Site, cookie: str, page: str, seconds: float) -> tuple[Figures, float]:
    sending = asyncio.create_task(_send(site, cookie, seconds + 1))
    await asyncio.sleep(STEP)
    measured = await asyncio.to_thread(load, site.port, page, cookie, 1, seconds)
    return measured, await sending


def measure(data: Path, seconds: float) -> str:
    with served(data) as site:
        cookie = site.cookie("coordinator")
        load(site.port, "/", cookie, 1, 1.0)
        alone = load(site.port, "/sign-in/", cookie, 1, seconds)
        beside, sent = asyncio.run(_both(site, cookie, "/sign-in/", seconds))
    return "\n".join(
        [
            "| another page, 1 connection | p50 ms | p99 ms |",
            "|---|---:|---:|",
            f"| alone | {alone.p50:.1f} | {alone.p99:.1f} |",
            f"| beside a 3 MB upload at {sent * 8 / 1000:.0f} kbit/s | {beside.p50:.1f} | {beside.p99:.1f} |",
            f"| ratio | {beside.p50 / alone.p50:.2f} | {beside.p99 / alone.p99:.2f} |",
        ]
    )
