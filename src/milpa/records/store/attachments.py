"""What was attached, on disk by its hash: once an institution, however many statements carry it.

Written, and the directory too, before the statement that names it is: who finds the statement finds the file.
"""

import os
import re
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

HASH = re.compile(r"[0-9a-f]{56,128}")


def place(institution: UUID, sha2: str) -> Path:
    """Raises ValueError for what is no hash."""
    name = sha2.lower()
    if not HASH.fullmatch(name):
        raise ValueError(name[:20])
    return Path(settings.MEDIA_ROOT) / "statements" / institution.hex / name[:2] / name


def keep(institution: UUID, sha2: str, content: bytes) -> None:
    at = place(institution, sha2)
    if at.exists():
        return
    at.parent.mkdir(parents=True, exist_ok=True)
    new = at.with_name(f"{at.name}.{uuid4().hex}")
    with new.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.rename(at)
    directory = os.open(at.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def size(institution: UUID, sha2: str) -> int | None:
    """Bytes of what is kept under this hash; None if nothing is."""
    try:
        return place(institution, sha2).stat().st_size
    except (FileNotFoundError, ValueError):
        return None


def read(institution: UUID, sha2: str) -> bytes:
    return place(institution, sha2).read_bytes()
