"""Credentials are made, get a new secret, and are revoked. A secret is given back once and never again."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from milpa.ledger import clock, uuid7
from milpa.ledger.router import RECORDS
from milpa.records.access import callers, scopes
from milpa.records.access.refusals import BadGrace, NameMissing, NameTaken, Revoked
from milpa.records.access.secret import digest, new_key, new_secret
from milpa.records.models.access import Credential, CredentialSecret

LONGEST_NAME = 120
LONGEST_GRACE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown once. The secret is empty where the same form came twice: it was shown then."""

    credential: Credential
    secret: str = ""


def make_credential(institution: UUID, name: str, asked: list[str], *, by: UUID | None, id: UUID | None = None) -> Shown:
    """A new key and secret. Raises NameMissing, NameTaken, UnknownScope, NoScope."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise NameMissing(most=LONGEST_NAME)
    words = " ".join(scopes.chosen(asked))
    id = id or uuid7()
    if known := Credential.objects.of(institution).filter(id=id).first():
        return Shown(known)
    made = Credential(id=id, institution=institution, name=name, key=new_key(), scopes=words, made_by=by, made_at=clock.now())
    try:
        with transaction.atomic(using=RECORDS):
            made.save(force_insert=True)
            return Shown(made, _new_secret(made, by, uuid7()))
    except IntegrityError as taken:
        if known := Credential.objects.of(institution).filter(id=id).first():  # the same form came twice at once
            return Shown(known)
        raise NameTaken(name=name) from taken


def rotate(credential: Credential, grace: timedelta, *, by: UUID | None, id: UUID | None = None) -> Shown:
    """A new secret. The old one goes on for the grace, with the tokens that were got with it. Raises Revoked, BadGrace."""
    if not timedelta(0) <= grace <= LONGEST_GRACE:
        raise BadGrace(most=LONGEST_GRACE.days)
    id = id or uuid7()
    until = clock.now() + grace
    with transaction.atomic(using=RECORDS):
        if Credential.objects.select_for_update().get(pk=credential.pk).is_revoked:
            raise Revoked
        if CredentialSecret.objects.filter(id=id).exists():
            return Shown(credential)
        CredentialSecret.objects.open_at(until).filter(credential=credential).update(until=until)
        secret = _new_secret(credential, by, id)
    callers.forget()
    return Shown(credential, secret)


def revoke(credential: Credential, *, by: UUID | None) -> None:
    """Its secrets and tokens let nobody in from here on: at once in this process, within five seconds in others."""
    told: dict[str, Any] = {"revoked_at": clock.now(), "revoked_by": by}
    Credential.objects.standing().filter(pk=credential.pk).update(**told)
    callers.forget()


def _new_secret(credential: Credential, by: UUID | None, id: UUID) -> str:
    secret = new_secret()
    CredentialSecret.objects.create(id=id, credential=credential, digest=digest(secret), made_by=by, made_at=clock.now())
    return secret
