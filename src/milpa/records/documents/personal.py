"""Documents and names that are kept about a person of Milpa, named by the opaque id that tools are given."""

import json
from base64 import b64encode
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from milpa.ledger.router import RECORDS
from milpa.people.gathering import Asked, Gathered
from milpa.people.registries import Held
from milpa.records.documents.merging import is_json
from milpa.records.documents.shelves import holder
from milpa.records.models.documents import AgentName, Document
from milpa.records.rules.actors import key
from milpa.records.statements import HOME

MOST_SHOWN = 20


def of_person(person: UUID) -> UUID:
    """The holder of what tools keep about this person."""
    agent = key({"account": {"homePage": HOME, "name": str(person)}})
    return holder(agent or "")


def asked(person: UUID) -> Asked:
    """What to gather for `told`."""
    return Asked(Document.objects.filter(holder=of_person(person)), ["name"], at="changed_at")


def told(kept: list[Gathered]) -> list[Held]:
    """The newest of what is kept; nothing to say where no tool keeps anything."""
    if not (count := len(kept)):
        return []
    rows = [(row.texts[0], row.day) for row in kept[: -MOST_SHOWN - 1 : -1]]
    why = _("So that a course or tool made elsewhere goes on where you stopped.")
    return [Held(_("What courses and tools remember about you ({n})").format(n=count), why, rows, "")]


def export(person: UUID) -> dict[str, Any]:
    mine = Document.objects.filter(holder=of_person(person)).order_by("changed_at", "id")
    return {"documents": [_plain(document) for document in mine.iterator(chunk_size=100)]}


def erase(person: UUID) -> None:
    """States and profiles are working notes of tools: nothing follows from them, so nothing of them stays."""
    with transaction.atomic(using=RECORDS):
        Document.objects.filter(holder=of_person(person)).delete()
        AgentName.objects.filter(holder=of_person(person)).delete()


def _plain(document: Document) -> dict[str, Any]:
    said = {
        "kind": document.kind,
        "activity": document.activity,
        "registration": str(document.registration or ""),
        "id": document.name,
        "changed_at": document.changed_at.isoformat(),
        "content_type": document.content_type,
    }
    return said | _content(bytes(document.content), document.content_type)


def _content(content: bytes, content_type: str) -> dict[str, Any]:
    """As JSON where it is JSON, as text where it is text, otherwise as base64."""
    try:
        text = content.decode()
        return {"content": json.loads(text) if is_json(content_type) else text}
    except (ValueError, RecursionError):
        return {"base64": b64encode(content).decode()}
