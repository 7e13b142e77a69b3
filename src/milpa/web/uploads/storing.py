"""Files kept by the hash of their content: equal contents lie once, however many rows name them."""

import os
import tempfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction

from milpa.ledger.ids import uuid7
from milpa.web.models import StoredFile
from milpa.web.uploads.names import safe_name

Belongs = tuple[str, UUID]  # the kind and id of what a file belongs to


def keep(
    content: bytes | BinaryIO, kind: str, name: str, *, institution: Any, by: Any = None, belongs: Belongs | None = None,
    size: tuple[int, int] | None = None, id: UUID | None = None,
) -> StoredFile:  # fmt: skip
    """Stores content that is known to be good (Milpa made it, or `accept` has looked at it) and its row.

    kind: a name of `kinds.KINDS`. size: width and height of a picture. The content lies on the disk, synced, before the row is written.
    """
    file: BinaryIO = BytesIO(content) if isinstance(content, bytes) else content
    stored = StoredFile(
        id=id or uuid7(), sha256=_digest(file), kind=kind, size=file.seek(0, os.SEEK_END),
        name=safe_name(name, kind), institution=institution, by=by,
    )  # fmt: skip
    stored.belongs_kind, stored.belongs_id = belongs or ("", None)
    stored.width, stored.height = size or (None, None)
    _put(stored.address, file)
    stored.save(force_insert=True)
    return stored


def attach(stored: StoredFile, kind: str, id: UUID) -> None:
    """From now on the file is read by whoever may read that thing."""
    stored.belongs_kind, stored.belongs_id = kind, id
    stored.save(update_fields=["belongs_kind", "belongs_id"])


def discard(stored: StoredFile) -> None:
    """Forgets the row, and the content with the last row that names it."""
    address, digest = stored.address, stored.sha256
    stored.delete()

    def forget_content() -> None:
        if not StoredFile.objects.filter(sha256=digest).exists():
            default_storage.delete(address)

    transaction.on_commit(forget_content)


def opened(stored: StoredFile) -> BinaryIO:
    file: BinaryIO = default_storage.open(stored.address)
    return file


def local_path(stored: StoredFile) -> Path | None:
    """The file on this machine's disk, or None where files lie elsewhere."""
    try:
        return Path(default_storage.path(stored.address))
    except NotImplementedError:
        return None


def _digest(file: BinaryIO) -> str:
    file.seek(0)
    digest = sha256()
    while piece := file.read(1 << 20):
        digest.update(piece)
    return digest.hexdigest()


def _put(address: str, file: BinaryIO) -> None:
    """Writes it beside and moves it into place: nobody ever reads half a file under its hash, a power cut included."""
    file.seek(0)
    try:
        path = Path(default_storage.path(address))
    except NotImplementedError:
        if not default_storage.exists(address):
            default_storage.save(address, File(file))
        return
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as beside:
        while piece := file.read(1 << 20):
            beside.write(piece)
        beside.flush()
        os.fsync(beside.fileno())
    os.replace(beside.name, path)
    _sync_directory(path.parent)


def _sync_directory(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
