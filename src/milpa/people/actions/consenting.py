"""Consent given and withdrawn."""

from datetime import date
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.people.models import ConsentGiven, ConsentWithdrawn, Person

NOTICE_OF = date(2026, 11, 1)  # the day the notice that people read was written


def give_consent(by: Person, id: UUID, person: Person, use: str, way: str = "screen") -> ConsentGiven:
    """`by` is the person, or the staff who wrote down what was said aloud or on paper."""
    fact = ConsentGiven(id=id, by=by, institution_id=person.institution_id, person=person, use=use, way=way, text_of=NOTICE_OF)
    with transaction.atomic():
        known, new = ledger.recognise([fact])
        return (known or ledger.append(new))[0]


def withdraw_consent(person: Person, id: UUID, consent_id: UUID) -> ConsentWithdrawn:
    """Raises ConsentGiven.DoesNotExist for another person's."""
    with transaction.atomic():
        consent = ConsentGiven.objects.get(id=consent_id, person=person)
        fact = ConsentWithdrawn(id=id, by=person, institution_id=person.institution_id, consent=consent)
        known, new = ledger.recognise([fact])
        return (known or ledger.append(new))[0]
