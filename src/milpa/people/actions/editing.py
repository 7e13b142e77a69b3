"""A person's own name and language; an institution's own data."""

from typing import Any

from django.db import transaction

from milpa import ledger
from milpa.ledger.refusals import NotYours
from milpa.people.models import Institution, Person
from milpa.people.standing import may


def edit_self(person: Person, name: str, phone: str, language: str) -> None:
    """A person's own name, telephone and language, with a line in the trail."""
    with transaction.atomic():
        person.name, person.phone, person.language = name, phone, language
        person.save(update_fields=["name", "phone", "language"])
        ledger.note("people.edited", by=person, institution=person.institution, about=person)


def edit_institution(by: Person, was: int, **values: Any) -> Institution:
    """Saves a revision of `by`'s own institution. Raises NotYours, StaleRevision."""
    if not may(by, "people.edit_institution"):
        raise NotYours
    with transaction.atomic():
        institution = Institution.objects.select_for_update().get(id=by.institution_id)
        for name, value in values.items():
            setattr(institution, name, value)
        institution.save(update_fields=list(values))
        ledger.revise(institution, was, by=by)
    return institution
