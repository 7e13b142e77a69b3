"""Files that the loop sends itself, whole or in part, so that a slow phone holds a descriptor and not a thread."""

import asyncio
import os
import re
import stat
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from typing import Self

from milpa.server.scope import Headers, Scope, Send, abort, header, is_gone
from milpa.server.threads import on_disk

BLOCK = 64 * 1024
STALLED = 600  # seconds in which a phone takes no byte: it is cut (a paused video takes none for minutes)
ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@dataclass(slots=True)
class Part:
    """Some bytes of an open file. Whoever holds it closes it."""

    descriptor: int
    start: int
    length: int
    tag: str = ""  # ETag, quoted
    changed: float = 0.0  # seconds since 1970

    @classmethod
    def of_path(cls, path: Path) -> Self:
        """The whole file. Raises FileNotFoundError, IsADirectoryError, PermissionError."""
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        return cls.of_descriptor(descriptor)

    @classmethod
    def of_descriptor(cls, descriptor: int, start: int = 0) -> Self:
        """Takes the descriptor over. Raises IsADirectoryError."""
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            os.close(descriptor)
            raise IsADirectoryError(descriptor)
        tag = f'"{state.st_mtime_ns:x}-{state.st_size:x}"'
        return cls(descriptor, start, max(0, state.st_size - start), tag, state.st_mtime)

    def close(self) -> None:
        os.close(self.descriptor)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a file is sent: a status with its headers, and which bytes."""

    status: int
    headers: Headers
    start: int
    length: int


def wanted(scope: Scope, headers: Headers, part: Part) -> Wanted:
    """What the request's Range, If-Range and If-None-Match ask of a file that would be sent whole with `headers`."""
    named = dict(headers)
    tag = named.get(b"etag", part.tag.encode()).decode("latin-1")
    changed = named.get(b"last-modified", formatdate(part.changed, usegmt=True).encode())
    kept = [(name, value) for name, value in headers if name not in (b"content-length", b"etag", b"last-modified", b"accept-ranges")]
    kept += [(b"etag", tag.encode("latin-1")), (b"last-modified", changed), (b"accept-ranges", b"bytes")]
    if is_known(header(scope, b"if-none-match"), tag):
        return Wanted(304, [(name, value) for name, value in kept if name != b"content-type"], 0, 0)
    found = asked_range(header(scope, b"range"), part.length) if still_holds(scope, tag, changed) else None
    if found is None:
        return Wanted(200, [*kept, (b"content-length", str(part.length).encode())], part.start, part.length)
    start, length = found
    if length <= 0:
        return Wanted(416, [(b"content-range", f"bytes */{part.length}".encode()), (b"content-length", b"0")], 0, 0)
    says = f"bytes {start}-{start + length - 1}/{part.length}".encode()
    return Wanted(206, [*kept, (b"content-range", says), (b"content-length", str(length).encode())], part.start + start, length)


def asked_range(text: str, size: int) -> tuple[int, int] | None:
    """(start, length) of the one range asked for; length 0 if it lies outside; None for no range, or several: the whole is sent."""
    match = ONE_RANGE.fullmatch(text.replace(" ", ""))
    if not match or match[0] == "bytes=-":
        return None
    if not match[1]:
        length = min(int(match[2]), size)
        return size - length, length
    first, last = int(match[1]), min(int(match[2] or size), size - 1)
    if match[2] and int(match[2]) < first:
        return None
    return first, last - first + 1


def is_known(if_none_match: str, tag: str) -> bool:
    """Whether the browser holds this very version already (weak comparison)."""
    known = {one.strip().removeprefix("W/") for one in if_none_match.split(",")}
    return bool(if_none_match) and ("*" in known or tag.removeprefix("W/") in known)


def still_holds(scope: Scope, tag: str, changed: bytes) -> bool:
    """Whether a range may be cut: If-Range is absent or names this version."""
    if_range = header(scope, b"if-range")
    if not if_range:
        return True
    if if_range.startswith(('"', "W/")):
        return if_range == tag and not tag.startswith("W/")
    try:
        return parsedate_to_datetime(if_range) == parsedate_to_datetime(changed.decode("latin-1"))
    except ValueError:
        return False


async def send_bytes(scope: Scope, send: Send, part: Part, start: int, length: int) -> None:
    """The answer's body out of the file, block by block as the phone takes it; a phone that takes none is cut."""
    end = start + length
    while start < end:
        block = await on_disk(os.pread, part.descriptor, min(BLOCK, end - start), start)
        if not block or is_gone(scope):  # cut short on disk meanwhile, or nobody is there
            abort(scope)
            return
        start += len(block)
        try:
            async with asyncio.timeout(STALLED):
                await send({"type": "http.response.body", "body": block, "more_body": start < end})
        except TimeoutError:
            abort(scope)
            return
    if not length:
        await send({"type": "http.response.body", "body": b""})
