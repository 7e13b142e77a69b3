"""Owners and workers are registered by staff, or by themselves when they enrol."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.ledger.refusals import NotYours
from milpa.people.models import Membership, Person
from milpa.people.standing import may


def register_learner(by: Person, id: UUID, name: str, role: str, phone: str = "", language: str = "es") -> Person:
    """A person without account yet, owner or worker, of `by`'s institution. Sent twice it is one. Raises NotYours."""
    if not may(by, "people.issue_card"):
        raise NotYours
    with transaction.atomic():
        known = Person.objects.of(by.institution).filter(id=id).first()
        if known is not None:
            return known
        person = Person.objects.create(id=id, institution=by.institution, name=name, phone=phone, language=language, joined_at=ledger.now())
        ledger.append([Membership(id=ledger.uuid7(), by=by, institution_id=by.institution_id, person=person, role=role)])
        ledger.note("people.registered", by=by, institution=by.institution, about=person)
    return person
