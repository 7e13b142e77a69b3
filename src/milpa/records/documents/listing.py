"""What lies on a shelf: ids, and deleting all of them at once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from milpa.records.documents.shelves import Shelf
from milpa.records.models.documents import Document

LISTED = 20_000  # ids of one answer


@dataclass(frozen=True, slots=True)
class Listed:
    """Ids in the order in which their documents were changed. `more` if there are others, changed after `until`."""

    ids: list[str]
    until: datetime | None
    more: bool


def ids(shelf: Shelf, registration: UUID | None = None, since: datetime | None = None, most: int = LISTED) -> Listed:
    """Without a registration those of all of them: an id that stands in two is listed once.

    The standard's answer has no pages. Beyond `most` the answer ends where a change's time does, so that asking again with `since` at
    `until` leaves nothing out.
    """
    rows = Document.objects.filter(shelf=shelf.id)
    if registration:
        rows = rows.filter(registration=registration)
    if since:
        rows = rows.filter(changed_at__gt=since)
    found = list(rows.order_by("changed_at").values_list("name", "changed_at")[: most + 1])
    if more := len(found) > most:
        found = [row for row in found if row[1] < found[-1][1]] or found
    return Listed(list(dict.fromkeys(name for name, _at in found)), found[-1][1] if found else None, more)


def delete_all(shelf: Shelf, registration: UUID | None = None) -> None:
    """All states of an agent in an activity; with a registration only those of it."""
    rows = Document.objects.filter(shelf=shelf.id)
    if registration:
        rows = rows.filter(registration=registration)
    rows.delete()
