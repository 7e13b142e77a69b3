"""Roles given and ended."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.ledger.refusals import NotYours
from milpa.people.giving import roles_to_give
from milpa.people.models import Membership, MembershipClosed, Person
from milpa.people.refusals import LastCoordinator
from milpa.people.standing import may

KEYS = {"coordinator", "association", "ministry", "funder", "other_partner"}


def give_role(by: Person, id: UUID, person_id: UUID, role: str) -> Membership:
    """Gives someone of the own institution a role. Raises NotYours, Person.DoesNotExist."""
    if not may(by, "people.invite") or role not in roles_to_give(by):
        raise NotYours
    with transaction.atomic():
        person = Person.objects.of(by.institution).get(id=person_id)
        fact = Membership(id=id, by=by, institution_id=by.institution_id, person=person, role=role)
        known, new = ledger.recognise([fact])
        if new and (held := person.memberships.open().filter(role=role).first()):
            return held  # type: ignore[no-any-return]  # a related manager carries no types
        return (known or ledger.append(new))[0]


def end_membership(by: Person, id: UUID, membership_id: UUID, why: str) -> MembershipClosed:
    """Ends a role. The last one's who may bring others in stays: somebody must hold the keys. Raises NotYours, LastCoordinator."""
    if not may(by, "people.end_membership"):
        raise NotYours
    with transaction.atomic():
        membership = Membership.objects.get(id=membership_id, institution=by.institution)
        fact = MembershipClosed(id=id, by=by, institution_id=by.institution_id, membership=membership, why=why)
        known, new = ledger.recognise([fact])
        if new:
            others = Membership.objects.open().filter(institution=by.institution, role=membership.role).exclude(id=membership.id)
            if membership.role in KEYS and not others.exists():
                raise LastCoordinator
            known = ledger.append(new)
        return known[0]
