"""Targets are made, paused, taken up again, tried at once, and stopped."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from milpa.ledger import clock
from milpa.ledger.router import RECORDS
from milpa.records.forwarding import looking
from milpa.records.forwarding.addresses import look, place_of
from milpa.records.forwarding.refusals import NotAnIri, TargetNameTaken
from milpa.records.forwarding.sealing import seal
from milpa.records.models.forwarding import ForwardTarget
from milpa.records.store.counting import Numbers


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody typed. `verbs` and `activities`: IRIs and beginnings of IRIs; empty for all."""

    name: str
    address: str
    version: str
    key: str
    secret: str
    verbs: Sequence[str] = ()
    activities: Sequence[str] = ()
    only_own: bool = False
    from_the_start: bool = False


def make_target(institution: UUID, wanted: Wanted, *, by: UUID | None, id: UUID) -> ForwardTarget:
    """Raises NotAnAddress, NotEncrypted, PrivateAddress, NotFound, ItsOwn, NotAnIri, TargetNameTaken."""
    if known := ForwardTarget.objects.of(institution).filter(id=id).first():
        return known
    place = place_of(wanted.address)
    look(place)
    for text in (*wanted.verbs, *wanted.activities):
        if not text.startswith(("http:", "https:", "urn:")) or any(letter.isspace() for letter in text):
            raise NotAnIri(text=text[:80])
    target = ForwardTarget(
        id=id,
        institution=institution,
        name=wanted.name,
        address=place.address,
        version=wanted.version,
        sealed=seal(wanted.key, wanted.secret),
        verbs=list(wanted.verbs),
        activities=list(wanted.activities),
        only_own=wanted.only_own,
        made_by=by,
        made_at=clock.now(),
        position=0 if wanted.from_the_start else Numbers.read().arrived,
    )
    try:
        with transaction.atomic(using=RECORDS):
            target.save(force_insert=True)
    except IntegrityError as taken:
        if known := ForwardTarget.objects.of(institution).filter(id=id).first():  # the same form came twice at once
            return known
        raise TargetNameTaken(name=wanted.name) from taken
    return target


def pause(target: ForwardTarget) -> None:
    """Nothing is sent until it is taken up again; what comes in meanwhile waits."""
    ForwardTarget.objects.filter(pk=target.pk, paused_at=None).update(paused_at=clock.now())


def go_on(target: ForwardTarget) -> None:
    ForwardTarget.objects.filter(pk=target.pk).update(paused_at=None, next_at=None)
    looking.hand_over(target)


def retry(target: ForwardTarget) -> None:
    """At once, without waiting for the pause to end."""
    ForwardTarget.objects.filter(pk=target.pk).update(next_at=None)
    looking.hand_over(target)


def stop(target: ForwardTarget) -> None:
    """For good. Its key and secret are forgotten; what was sent stays where it is."""
    ForwardTarget.objects.filter(pk=target.pk, ended_at=None).update(ended_at=clock.now(), sealed=b"")
