"""Statements of the world's people and of outside tools, stored and found at once."""

from typing import Any
from uuid import UUID

from milpa.ledger import clock, uuid7
from milpa.records.statements import HOME
from milpa.records.store import indexing, writer
from milpa.records.store.counting import Numbers
from milpa.records.store.told import packed

ADL = "http://adlnet.gov/expapi/verbs/"
PHOTO = "https://example.org/unit/photo"


def told(institution: Any, person: Any = None, verb: str = "completed", activity: str = PHOTO, name: str = "Una foto", **more: Any) -> UUID:
    """One statement of a person of ours, or of somebody by e-mail; its id."""
    actor = {"account": {"homePage": HOME, "name": str(person.id)}} if person else {"mbox": "mailto:visita@example.org", "name": "Visita"}
    id = uuid7()
    statement = {
        "id": str(id),
        "actor": {"objectType": "Agent", **actor},
        "verb": {"id": f"{ADL}{verb}", "display": {"en": verb}},
        "object": {"objectType": "Activity", "id": activity, "definition": {"name": {"es": name}}},
        "timestamp": clock.now().isoformat(),
    }
    writer.store([packed(institution.id, statement | more)])
    while Numbers.read().lag:
        indexing.catch_up(500, indexing.Terms())
    return id
