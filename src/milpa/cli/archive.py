"""A backup's file: a .tar.gz whose last member lists every other with its size and SHA-256."""

import hashlib
import io
import json
import tarfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

from milpa.cli.trouble import Trouble
from milpa.cli.words import _

MANIFEST = "manifest.json"
VERSION = 1
CHUNK = 1 << 20
Tell = Callable[[int], None]


@dataclass(slots=True)
class Writing:
    """An archive under way. `told` hears how many bytes have gone in."""

    tar: tarfile.TarFile
    told: Tell
    listed: dict[str, dict[str, Any]] = field(default_factory=dict)
    bytes: int = 0

    def add(self, name: str, path: Path) -> None:
        """Puts the file in under this name, as it is while it is read."""
        member = tarfile.TarInfo(name)
        with path.open("rb") as source:
            member.size = path.stat().st_size
            reading = _Hashed(source, self._count)
            self.tar.addfile(member, reading)
        self.listed[name] = {"size": member.size, "sha256": reading.sha256.hexdigest()}

    def finish(self, about: dict[str, Any]) -> None:
        """Writes the list. Without it the archive is refused."""
        text = json.dumps({"version": VERSION, **about, "files": self.listed}, indent=1, sort_keys=True).encode()
        member = tarfile.TarInfo(MANIFEST)
        member.size = len(text)
        self.tar.addfile(member, io.BytesIO(text))

    def _count(self, taken: int) -> None:
        self.bytes += taken
        self.told(self.bytes)


class _Hashed:
    """A file that is hashed while it is read."""

    def __init__(self, source: IO[bytes], count: Tell) -> None:
        self.source, self.count, self.sha256 = source, count, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        chunk = self.source.read(size)
        self.sha256.update(chunk)
        self.count(len(chunk))
        return chunk


def unpack(archive: Path, into: Path, told: Tell) -> dict[str, Any]:
    """Unpacks every member below `into` and compares it with the list. Returns the manifest.

    `told` hears how many bytes of the archive have been read. Raises Trouble for what is no whole backup.
    """
    found: dict[str, dict[str, Any]] = {}
    try:
        with archive.open("rb") as packed, tarfile.open(fileobj=packed, mode="r:gz") as tar:
            for member, content in _members(tar):
                found[member.name] = _write(content, into / member.name)
                told(packed.tell())
    except (tarfile.TarError, zlib.error, EOFError, OSError) as error:
        if isinstance(error, OSError) and error.filename:
            raise
        raise Trouble(
            _("{path} is cut short or no backup of Milpa ({reason}). Take another copy of it.").format(path=archive, reason=error)
        ) from error
    if found.pop(MANIFEST, None) is None:
        raise Trouble(_("{path} has no list of what it holds: it was not finished. Take another backup.").format(path=archive))
    manifest = json.loads((into / MANIFEST).read_text(encoding="utf-8"))
    (into / MANIFEST).unlink()
    _compare(archive, manifest, found)
    return dict(manifest)


def _members(tar: tarfile.TarFile) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    for member in tar:
        content = tar.extractfile(member) if member.isreg() else None
        name = PurePosixPath(member.name)
        if content is None or name.is_absolute() or ".." in name.parts:
            raise tarfile.TarError(member.name)
        yield member, content


def _write(content: IO[bytes], path: Path) -> dict[str, Any]:
    path.parent.mkdir(parents=True, exist_ok=True)
    size, sha256 = 0, hashlib.sha256()
    with path.open("xb") as target:
        while chunk := content.read(CHUNK):
            target.write(chunk)
            sha256.update(chunk)
            size += len(chunk)
    path.chmod(0o600)
    return {"size": size, "sha256": sha256.hexdigest()}


def _compare(archive: Path, manifest: dict[str, Any], found: dict[str, dict[str, Any]]) -> None:
    if manifest.get("version") != VERSION:
        raise Trouble(_("{path} was made by a newer Milpa. Install that version to restore it.").format(path=archive))
    for name in sorted(manifest["files"].keys() | found.keys()):
        if manifest["files"].get(name) != found.get(name):
            raise Trouble(_("{path}: {name} is not what was backed up. Take another copy of the backup.").format(path=archive, name=name))
