"""Who may read which file. Whatever no reader lets through stays shut."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from milpa.web import uploads
from milpa.web.models import StoredFile


def readable(person: Any, files: Iterable[StoredFile]) -> list[StoredFile]:
    """Those of the files that the person (None: a stranger) may read: one question for each kind of thing they belong to.

    A file that belongs to nothing yet is read by whoever brought it.
    """
    files = list(files)
    things: dict[str, set[UUID]] = defaultdict(set)
    for file in files:
        if file.belongs_id is not None:
            things[file.belongs_kind].add(file.belongs_id)
    open_to = {kind: uploads.readers[kind](person, ids) for kind, ids in things.items() if kind in uploads.readers}

    def may_read(file: StoredFile) -> bool:
        if file.belongs_id is None:
            return person is not None and file.by_id == person.id
        return file.belongs_id in open_to.get(file.belongs_kind, ())

    return [file for file in files if may_read(file)]


def fetch(person: Any, id: UUID) -> StoredFile:
    """The file, if this person may read it. Raises StoredFile.DoesNotExist, whether it is another's or none."""
    found = readable(person, StoredFile.objects.filter(id=id))
    if not found:
        raise StoredFile.DoesNotExist
    return found[0]


def of(kind: str, ids: Iterable[UUID]) -> dict[UUID, list[StoredFile]]:
    """The files of things whose permission has been asked already, oldest first: one query for many."""
    found: dict[UUID, list[StoredFile]] = defaultdict(list)
    for file in StoredFile.objects.filter(belongs_kind=kind, belongs_id__in=list(ids)).order_by("created", "id"):
        if file.belongs_id is not None:
            found[file.belongs_id].append(file)
    return found
