"""Helpers: asked by whoever facilitates, let in by a number or its QR code, let go with a reason."""

import hmac
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db import transaction

from milpa import ledger
from milpa.people.models import Person
from milpa.workshops.actions.joining import NAME_LENGTH, plain
from milpa.workshops.models import HelperAsked, HelperCame, Workshop
from milpa.workshops.refusals import NameNeeded, WrongHelperNumber
from milpa.workshops.telling import announce, locked, refuse_closed, tell_once


def ask_helper(by: Person, workshop_id: UUID, id: UUID, name: str = "") -> HelperAsked:
    """A place for one helper, with a number of its own. Raises Workshop.DoesNotExist, WorkshopIsClosed, Conflict."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        return tell_once(workshop.says(HelperAsked, by, id, name=plain(name, NAME_LENGTH)), lambda: refuse_closed(workshop))


def helper_number(asked: HelperAsked) -> str:
    """Eight digits that can be read aloud; they open the place once."""
    secret = hmac.digest(settings.SECRET_KEY.encode(), b"workshops.helper" + asked.id.bytes, sha256)
    return f"{int.from_bytes(secret[:8], 'big') % 10**8:08d}"


def asked_by_number(workshop_id: UUID, typed: str) -> HelperAsked:
    """The place that nobody has taken and whose number it is. Raises WrongHelperNumber."""
    digits = "".join(letter for letter in typed if letter.isascii() and letter.isdigit())
    for asked in HelperAsked.objects.standing().filter(workshop=workshop_id, closed_by=None):
        if hmac.compare_digest(helper_number(asked), digits):
            return asked
    raise WrongHelperNumber


def begin_helping(workshop_id: UUID, id: UUID, number: str, name: str, *, person: Person | None = None) -> HelperCame:
    """Somebody takes the place: `person` if they are known here, else a guest. Sent twice it is one.

    Raises Workshop.DoesNotExist, WrongHelperNumber, NameNeeded, WorkshopIsClosed.
    """
    with transaction.atomic():
        workshop = Workshop.objects.select_for_update(of=("self",)).get(id=workshop_id)
        if known := HelperCame.objects.standing().filter(id=id, workshop=workshop).first():
            return known
        refuse_closed(workshop)
        asked = asked_by_number(workshop_id, number)
        called = plain(name or asked.name, NAME_LENGTH)
        if not called:
            raise NameNeeded
        who = person or Person.objects.create(institution_id=workshop.institution_id, name=called, joined_at=ledger.now())
        return tell_once(workshop.says(HelperCame, who, id, asked=asked, person=who, name=called))


def end_helping(by: Person, workshop_id: UUID, id: UUID, asked_id: UUID, why: str = "") -> None:
    """They help no more, or the place is not offered any more; what was typed stays. Raises HelperAsked.DoesNotExist."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        asked = HelperAsked.objects.get(id=asked_id, workshop=workshop)
        if asked.voided_by is None:
            ledger.void(asked, by=by, why=plain(why, 300), id=id)
            announce(workshop.id)
