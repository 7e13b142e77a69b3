"""A learner's own record, whole."""

from typing import Any

from milpa.people.models import Person
from milpa.records.reading import agent_of
from milpa.records.store.finding import Filters


def filters(person: Person) -> Filters:
    return Filters(agent=agent_of(person.id))


def record_of(person: Person) -> dict[str, Any]:
    """Every statement that names the person, as stored, and how many there are."""
    from milpa.records.registers import export  # it registers what it imports

    told = export(person)
    return {"person": str(person.id), "count": len(told["statements"]), **told}
