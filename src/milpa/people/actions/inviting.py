"""Invitations: a link to copy and a QR; whoever opens it becomes a person of the institution with that role."""

import hashlib
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from milpa import ledger
from milpa.ledger.refusals import NotYours
from milpa.people.giving import roles_to_give
from milpa.people.models import Account, Institution, Invitation, InvitationClosed, Membership, Person
from milpa.people.refusals import EmailTaken, InvitationIsOver
from milpa.people.standing import may

OPEN_FOR = timedelta(days=14)


def token_hash(token: str) -> str:
    """SHA-256 of a token: what is kept of it."""
    return hashlib.sha256(token.encode()).hexdigest()


def invite(by: Person, id: UUID, role: str, *, name: str = "", email: str = "", to: Institution | None = None) -> tuple[Invitation, str]:
    """An invitation and its token, which is shown once and kept nowhere.

    `to` is another institution when a partner is invited: its first person comes by this link. The token follows from the id, so that
    sending the form twice shows the same link. Raises NotYours.
    """
    if not may(by, "people.invite") or role not in roles_to_give(by):
        raise NotYours
    token = _token(id)
    institution = to or by.institution
    fact = Invitation(
        id=id,
        by=by,
        institution_id=institution.id,
        token_hash=token_hash(token),
        role=role,
        name=name,
        email=email,
        until=ledger.now() + OPEN_FOR,
    )
    with transaction.atomic():
        known = Invitation.objects.filter(id=id, by=by).first()  # `until` moves with the clock: the id alone says it is the same
        return (known or ledger.append(ledger.recognise([fact])[1])[0]), token


def _token(id: UUID) -> str:
    """Not to be guessed from the id: keyed with this installation's secret."""
    from django.conf import settings

    return hashlib.blake2b(id.bytes, key=settings.SECRET_KEY.encode()[:64], digest_size=20).hexdigest()


def waiting(token: str) -> Invitation:
    """The open invitation of a token. Raises InvitationIsOver."""
    found = Invitation.objects.waiting(ledger.now()).filter(token_hash=token_hash(token)).select_related("institution").first()
    if found is None:
        raise InvitationIsOver
    return found


def accept(token: str, *, name: str, email: str, password: str) -> Account:
    """Makes the person, the account and the membership, and closes the invitation, all or nothing.

    Raises InvitationIsOver, EmailTaken, ValidationError for a weak password.
    """
    validate_password(password)
    with transaction.atomic():
        invitation = Invitation.objects.waiting(ledger.now()).select_for_update().filter(token_hash=token_hash(token)).first()
        if invitation is None:
            raise InvitationIsOver
        if Account.objects.filter(email__iexact=email).exists():
            raise EmailTaken
        person = Person.objects.create(institution_id=invitation.institution_id, name=name, joined_at=ledger.now())
        account = Account.objects.create_user(email, password, person=person)
        ledger.append([_membership(invitation, person), _closing(invitation, person)])
    return account


def accept_as(person: Person, token: str) -> Membership:
    """A person who already signs in takes the role in their own institution."""
    with transaction.atomic():
        invitation = Invitation.objects.waiting(ledger.now()).select_for_update().filter(token_hash=token_hash(token)).first()
        if invitation is None or invitation.institution_id != person.institution_id:
            raise InvitationIsOver
        membership = _membership(invitation, person)
        ledger.append([membership, _closing(invitation, person)])
    return membership


def _membership(invitation: Invitation, person: Person) -> Membership:
    return Membership(id=ledger.uuid7(), by=invitation.by, institution_id=invitation.institution_id, person=person, role=invitation.role)


def _closing(invitation: Invitation, person: Person) -> InvitationClosed:
    return InvitationClosed(id=ledger.uuid7(), by=person, institution_id=invitation.institution_id, invitation=invitation, person=person)


def withdraw(by: Person, invitation_id: UUID, why: str) -> Any:
    """The link opens nothing any more. Raises NotYours, Invitation.DoesNotExist for one of another institution."""
    if not may(by, "people.invite"):
        raise NotYours
    with transaction.atomic():
        invitation = Invitation.objects.get(id=invitation_id, institution=by.institution)
        return ledger.void(invitation, by=by, why=why)
