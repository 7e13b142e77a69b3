"""The minutes signed: by the association's and the institution's people, and by any participant who wants, each the revision they read."""

from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.ledger.models.signatures import Signed
from milpa.people.models import Person
from milpa.workshops.actions.joining import plain
from milpa.workshops.actions.writing import author
from milpa.workshops.minutes_renewing import renew_minutes
from milpa.workshops.models import Participant, Workshop, WorkshopMinutes
from milpa.workshops.refusals import WorkshopNotClosed
from milpa.workshops.room_refusals import MinutesNotIssued

CAPACITY = 120


def sign_minutes(by: Person, workshop_id: UUID, number: int, id: UUID, capacity: str = "") -> Signed:
    """`by` signs revision `number` for their institution. Sent twice it is once.

    Raises Workshop.DoesNotExist, WorkshopNotClosed, MinutesNotIssued, RevisionMovedOn.
    """
    minutes = _brought_up_to_date(by, Workshop.objects.open_to(by, "workshops.sign_minutes").get(id=workshop_id))
    with transaction.atomic():
        own = Signed.objects.filter(document=minutes.id, number=number, by=by, side=by.institution_id, voided_by=None)
        place = Participant.objects.in_workshop(workshop_id).filter(person=by).first()
        if already := own.exclude(id=signature_id(place.id, minutes.id, number) if place else None).first():
            return already
        return ledger.sign(minutes, number, by=by, side=by.institution, id=id, capacity=plain(capacity, CAPACITY))


def sign_as_participant(by: Person, workshop_id: UUID, number: int, capacity: str = "") -> Signed:
    """Somebody who was there signs revision `number`, once; their name then stands in the minutes.

    Raises NotAParticipant, WorkshopNotClosed, MinutesNotIssued, RevisionMovedOn.
    """
    place = author(by, workshop_id, None)
    minutes = _brought_up_to_date(by, Workshop.objects.select_related("institution").get(id=workshop_id))
    id = signature_id(place.id, minutes.id, number)
    with transaction.atomic():
        if already := Signed.objects.filter(id=id).first():
            return already
        side = minutes.workshop.institution
        return ledger.sign(minutes, number, by=by, side=side, id=id, capacity=plain(capacity, CAPACITY))


def signature_id(participant: UUID, minutes: UUID, number: int) -> UUID:
    """Of a participant's signature: made from what it is, so that a participant signs a revision once, and is known as one."""
    return uuid5(minutes, f"{participant}:{number}")


def _brought_up_to_date(by: Person, workshop: Workshop) -> WorkshopMinutes:
    """Nobody signs what has become another: if something changed that no action told of, there is a new revision first."""
    if not workshop.is_closed:
        raise WorkshopNotClosed
    with transaction.atomic():
        renew_minutes(workshop.programme_id, by, _("Brought up to date before signing"))
        minutes: WorkshopMinutes | None = WorkshopMinutes.objects.filter(workshop=workshop).select_related("workshop__institution").first()
        if minutes is None:
            raise MinutesNotIssued
        return minutes
