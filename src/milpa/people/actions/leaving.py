"""What is held of a person, handed to them, and let go of at their wish."""

from typing import Any

from django.db import transaction

from milpa import ledger
from milpa.ledger.erasing import erase_texts
from milpa.ledger.models.drafts import Draft
from milpa.people import registries
from milpa.people.models import Account, Person


def held_of(person: Person) -> list[registries.Held]:
    """Everything that every package holds of the person, in the order of the stages."""
    return [held for personal in registries.personal.values() for held in personal.held(person)]


def export_of(person: Person) -> dict[str, Any]:
    """The same as plain values, a key a package."""
    return {package: personal.export(person) for package, personal in registries.personal.items()}


def erase(person: Person) -> None:
    """The person becomes a row without a name; their texts are emptied; what they did stays countable.

    Done twice it is done once. Sessions of the account end.
    """
    with transaction.atomic():
        row = Person.objects.select_for_update().get(id=person.id)
        if row.erased_at is not None:
            return
        for personal in registries.personal.values():
            personal.erase(row)
        erase_texts(row)
        Draft.objects.filter(person=row).delete()
        Account.objects.filter(person=row).delete()
        row.name, row.phone, row.erased_at = "", "", ledger.now()
        row.save(update_fields=["name", "phone", "erased_at"])
        ledger.note("people.erased", by=row, institution=row.institution, about=row)
