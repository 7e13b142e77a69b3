"""Targets are made, paused, taken up again, tried at once, and stopped. How they are changed: `changing`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from milpa.ledger import clock, uuid7
from milpa.ledger.router import RECORDS
from milpa.records.forwarding import looking
from milpa.records.forwarding.addresses import look, place_of
from milpa.records.forwarding.refusals import NotAnIri, TargetNameTaken
from milpa.records.forwarding.sealing import seal
from milpa.records.models.forwarding import PAUSED, STOPPED, WENT_ON, ForwardTarget, TargetChange
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
    refuse_no_iri(wanted)
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


def refuse_no_iri(wanted: Wanted) -> None:
    """Raises NotAnIri."""
    for text in (*wanted.verbs, *wanted.activities):
        if not text.startswith(("http:", "https:", "urn:")) or any(letter.isspace() for letter in text):
            raise NotAnIri(text=text[:80])


def pause(target: ForwardTarget, *, by: UUID | None) -> None:
    """Nothing is sent until it is taken up again; what comes in meanwhile waits."""
    _do(PAUSED, target, by, ForwardTarget.objects.filter(paused_at=None), paused_at=clock.now())


def go_on(target: ForwardTarget, *, by: UUID | None) -> None:
    _do(WENT_ON, target, by, ForwardTarget.objects.exclude(paused_at=None), paused_at=None, next_at=None)
    looking.hand_over(target)


def retry(target: ForwardTarget) -> None:
    """At once, without waiting for the pause to end."""
    ForwardTarget.objects.filter(pk=target.pk).update(next_at=None)
    looking.hand_over(target)


def stop(target: ForwardTarget, *, by: UUID | None) -> None:
    """For good. Its key and secret are forgotten; what was sent stays where it is."""
    _do(STOPPED, target, by, ForwardTarget.objects.all(), ended_at=clock.now(), sealed=b"")


def _do(what: str, target: ForwardTarget, by: UUID | None, where: Any, **changed: Any) -> None:
    """Once, and written down with who did it; what is so already is left alone."""
    with transaction.atomic(using=RECORDS):
        if where.filter(pk=target.pk, ended_at=None).update(**changed):
            number = ForwardTarget.objects.values_list("revision", flat=True).get(pk=target.pk)
            TargetChange.objects.create(id=uuid7(), target=target, what=what, number=number, by=by, at=clock.now())
