"""A target is changed: what it is called, where it leads, with which key, what passes. Each save is a revision with what was before."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from milpa.ledger import clock
from milpa.ledger.refusals import StaleRevision
from milpa.ledger.router import RECORDS
from milpa.records.forwarding import looking
from milpa.records.forwarding.addresses import look, place_of
from milpa.records.forwarding.refusals import CredentialsHalf, CredentialsNeeded, TargetNameTaken
from milpa.records.forwarding.sealing import seal
from milpa.records.forwarding.targets import Wanted, refuse_no_iri
from milpa.records.models.forwarding import MADE_OTHERWISE, ForwardTarget, TargetChange

FIELDS = ("name", "address", "version", "verbs", "activities", "only_own")
CREDENTIALS, AGAIN = "credentials", "from_the_start"  # what a change says besides, without values


@dataclass(frozen=True, slots=True)
class Overtaken:
    """The revision that a stale form was overtaken by."""

    number: int


def change_target(institution: UUID, target: UUID, was: int, wanted: Wanted, *, by: UUID | None, id: UUID) -> ForwardTarget:
    """Key and secret stay where both are left empty, unless the address is another. Sent twice it is once; unchanged it makes no revision.

    `from_the_start` sends everything anew: the ids keep each statement single on the other side. What the target was held up by is
    forgotten, and it is tried at once. Raises ForwardTarget.DoesNotExist, StaleRevision, CredentialsHalf, CredentialsNeeded, NotAnIri,
    NotAnAddress, NotEncrypted, PrivateAddress, NotFound, ItsOwn, TargetNameTaken.
    """
    own = ForwardTarget.objects.of(institution).get(id=target)
    if own.changes.filter(id=id).exists():
        return own
    now = _now(own, wanted)
    try:
        with transaction.atomic(using=RECORDS):
            changed = _save(institution, target, was, now, wanted, by, id)
    except IntegrityError as taken:
        if own.changes.filter(id=id).exists():  # the same form came twice at once
            return ForwardTarget.objects.get(id=target)
        raise TargetNameTaken(name=wanted.name) from taken
    if changed.paused_at is None and changed.revision > was:
        looking.hand_over(changed)
    return changed


def _now(own: ForwardTarget, wanted: Wanted) -> dict[str, Any]:
    """What the columns are to be. Asks a name server, so that it stands outside of the transaction."""
    place = place_of(wanted.address)
    if bool(wanted.key) != bool(wanted.secret):
        raise CredentialsHalf
    if place.address != own.address:
        look(place)
    refuse_no_iri(wanted)
    said = {name: getattr(wanted, name) for name in FIELDS}
    return said | {"address": place.address, "verbs": list(wanted.verbs), "activities": list(wanted.activities)}


def _save(institution: UUID, target: UUID, was: int, now: dict[str, Any], wanted: Wanted, by: UUID | None, id: UUID) -> ForwardTarget:
    own = ForwardTarget.objects.of(institution).select_for_update().get(id=target)
    if own.revision != was:
        raise StaleRevision(Overtaken(own.revision))
    said: dict[str, list[Any]] = {name: [getattr(own, name), value] for name, value in now.items() if getattr(own, name) != value}
    if "address" in said and not wanted.secret:
        raise CredentialsNeeded
    if wanted.secret:
        said[CREDENTIALS] = []
    if wanted.from_the_start and own.position:
        said[AGAIN] = []
    if not said:
        return own
    for name, value in now.items():
        setattr(own, name, value)
    if wanted.secret:
        own.sealed = seal(wanted.key, wanted.secret)
    if wanted.from_the_start:
        own.position = 0
    own.revision, own.failures, own.error, own.detail, own.next_at = was + 1, 0, "", "", None
    own.save(update_fields=[*FIELDS, "sealed", "position", "revision", "failures", "error", "detail", "next_at"])
    TargetChange.objects.create(id=id, target=own, what=MADE_OTHERWISE, number=own.revision, said=said, by=by, at=clock.now())
    return own
