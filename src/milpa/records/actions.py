"""Append statements of Milpa's own courses: through the same writer as what arrives over HTTP."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings

from milpa.records.statements import Said
from milpa.records.store import writer
from milpa.records.store.indexing import by_id
from milpa.records.store.replaying import rebuild
from milpa.records.store.told import Told, packed

OWN = "milpa"  # the writer of what our own courses say, beside the credentials of others
VERSION = "2.0.0"


def append(said: Iterable[Said]) -> list[Told]:
    """Stores what learners did, once, however often it is sent; returns those that are new.

    A batch is all or nothing, and on disk when this returns. Raises StatementDiffers for a known id that says something else. Never call
    it inside a transaction of the main database: what others derive from is written last and is safe to repeat.
    """
    told = [packed(one.institution, one.plain() | {"authority": authority(), "version": VERSION}, OWN) for one in said]
    return writer.store(told) if told else []


def authority() -> dict[str, Any]:
    """Who answers for what Milpa's own courses say."""
    return {"objectType": "Agent", "account": {"homePage": settings.ORIGIN, "name": OWN}, "name": "Milpa"}


def told(id: UUID) -> Told | None:
    """The statement with this id, of whatever institution: whoever asks compares actor or registration."""
    return by_id(id)


__all__ = ["append", "rebuild", "told"]
