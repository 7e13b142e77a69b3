"""The first person of an institution that comes to this installation by itself: made by whoever runs it."""

from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from milpa import ledger
from milpa.people.models import Account, Institution, Membership, Person
from milpa.people.refusals import EmailTaken


@dataclass(frozen=True, slots=True)
class First:
    """Who signs in first, and as what."""

    name: str
    email: str
    password: str
    roles: tuple[str, ...] = ("coordinator", "administrator")


def found_institution(
    name: str,
    kind: str,
    first: First,
    *,
    country: str = "GT",
    zone: str = "America/Guatemala",
    demonstration: bool = False,
) -> Person:
    """An institution and its first person. Raises EmailTaken, ValidationError for a weak password."""
    validate_password(first.password)
    with transaction.atomic():
        if Account.objects.filter(email__iexact=first.email).exists():
            raise EmailTaken
        made = Institution(name=name, kind=kind, country=country, zone=zone, is_demonstration=demonstration)
        made.institution = made
        ledger.create(made, by=None)
        person = Person.objects.create(institution=made, name=first.name, joined_at=ledger.now())
        Account.objects.create_user(first.email, first.password, person=person)
        ledger.append([Membership(id=ledger.uuid7(), by=person, institution_id=made.id, person=person, role=role) for role in first.roles])
    return person
