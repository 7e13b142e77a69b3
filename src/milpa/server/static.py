"""Browser assets from the loop: compressed once, kept on disk and in a bounded memory.

A name that carries its content's hash is kept by the browser for ever.
"""

import gzip
import os
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from milpa.server import refusals
from milpa.server.answers import Answer, is_text, send_answer, takes_gzip
from milpa.server.media import Part, is_known
from milpa.server.scope import Headers, Receive, Scope, Send, header
from milpa.server.threads import on_disk

MEMORY = 8_000_000  # bytes of assets kept
LARGEST = 1_000_000  # a larger one is read from disk each time
WORTH = 1024
FOR_EVER = b"public, max-age=31536000, immutable"
ASK_AGAIN = b"public, no-cache"

Find = Callable[[str], tuple[Path, str] | None]


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it was when read: whole, and compressed where that is worth it."""

    path: Path
    kind: str
    changed: int
    tag: str
    plain: bytes | None  # None: too large to keep
    small: bytes | None

    @property
    def weight(self) -> int:
        return len(self.plain or b"") + len(self.small or b"")


class Static:
    """`find` answers (file, content type) for an address; `is_immutable` whether its content can ever change."""

    def __init__(self, find: Find, is_immutable: Callable[[str], bool], kept: Path, memory: int = MEMORY) -> None:
        self.find, self.is_immutable, self.kept, self.memory = find, is_immutable, kept, memory
        self.assets: OrderedDict[str, Asset] = OrderedDict()
        self.weight = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            await send_answer(scope, send, refusals.answer(refusals.OnlyGet(), scope))
            return
        address = scope["path"]
        asset = self.assets.get(address)
        if asset is None or not self.is_immutable(address):
            asset = await on_disk(self._read, address)
            self._keep(address, asset)
        else:
            self.assets.move_to_end(address)
        if asset is None:
            await send_answer(scope, send, refusals.answer(refusals.NotFound(), scope))
            return
        await send_answer(scope, send, await on_disk(opened, self, scope, asset) if asset.plain is None else self.answer(scope, asset))

    def answer(self, scope: Scope, asset: Asset) -> Answer:
        """The asset as this browser takes it, or 304."""
        squeezed = asset.small is not None and takes_gzip(scope)
        tag = f'"{asset.tag}{"-gz" if squeezed else ""}"'
        headers: Headers = [
            (b"etag", tag.encode()),
            (b"cache-control", FOR_EVER if self.is_immutable(scope["path"]) else ASK_AGAIN),
            (b"x-content-type-options", b"nosniff"),
            (b"cross-origin-resource-policy", b"same-origin"),
            *([(b"vary", b"Accept-Encoding")] if asset.small is not None else []),
        ]
        if is_known(header(scope, b"if-none-match"), tag):
            return Answer(304, headers, b"")
        headers.append((b"content-type", asset.kind.encode()))
        if squeezed:
            headers.append((b"content-encoding", b"gzip"))
        return Answer(200, headers, (asset.small if squeezed else asset.plain) or b"")

    def _keep(self, address: str, asset: Asset | None) -> None:
        old = self.assets.pop(address, None)
        self.weight -= old.weight if old else 0
        if asset is None:
            return
        self.assets[address] = asset
        self.weight += asset.weight
        while self.weight > self.memory:
            _address, dropped = self.assets.popitem(last=False)
            self.weight -= dropped.weight

    def _read(self, address: str) -> Asset | None:
        """On the disk thread: the asset, compressed now if no start before this one did."""
        found = self.find(address)
        if found is None:
            return None
        path, kind = found
        state = os.stat(path)
        kept = self.assets.get(address)
        if kept and kept.changed == state.st_mtime_ns and kept.path == path:
            return kept
        if state.st_size > LARGEST:
            return Asset(path, kind, state.st_mtime_ns, "", None, None)
        plain = path.read_bytes()
        tag = sha256(plain).hexdigest()[:16]
        small = self._small(plain, tag) if len(plain) > WORTH and is_text(kind.encode()) else None
        return Asset(path, kind, state.st_mtime_ns, tag, plain, small)

    def _small(self, plain: bytes, tag: str) -> bytes:
        path = self.kept / f"{tag}.gz"
        if path.exists():
            return path.read_bytes()
        small = gzip.compress(plain, 9, mtime=0)
        self.kept.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.part")  # processes that start together never read half a file
        beside.write_bytes(small)
        beside.replace(path)
        return small


def opened(static: Static, scope: Scope, asset: Asset) -> Answer:
    """A large asset as a file, with ranges."""
    headers: Headers = [
        (b"cache-control", FOR_EVER if static.is_immutable(scope["path"]) else ASK_AGAIN),
        (b"content-type", asset.kind.encode()),
        (b"x-content-type-options", b"nosniff"),
    ]
    return Answer(200, headers, Part.of_path(asset.path))
