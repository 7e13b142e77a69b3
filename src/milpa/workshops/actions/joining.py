"""Joining a workshop: by phone with the code, or entered by whoever helps; the same person on a second phone."""

import hmac
import unicodedata
from datetime import datetime
from hashlib import sha256
from itertools import count
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import Enterprise, Post
from milpa.people.models import Person
from milpa.workshops.models import Participant, Workshop
from milpa.workshops.refusals import NameNeeded, RoomIsFull, WrongHandover
from milpa.workshops.telling import assisted, refuse_closed, tell_once

MOST_PEOPLE = 600
NAME_LENGTH, ENTERPRISE_LENGTH = 60, 120


def join(
    workshop_id: UUID,
    id: UUID,
    name: str,
    *,
    enterprise_id: UUID | None = None,
    enterprise_text: str = "",
    position: str = "",
    way: str = "phone",
    by: Person | None = None,
    person_id: UUID | None = None,
    language: str = "es",
    said_at: datetime | None = None,
) -> Participant:
    """Somebody is in the room. Without `by` they join themselves; a helper (`by`) enters who has no phone.

    `person_id`: a person of the institution who is known already, themselves or entered by a helper. Sent twice, or a person
    twice, it is one participant. Raises Workshop.DoesNotExist, NameNeeded, RoomIsFull, WorkshopIsClosed, Conflict.
    """
    with transaction.atomic():
        workshop = Workshop.objects.select_for_update(of=("self",)).get(id=workshop_id)
        helps = by is not None and by.id != person_id
        if by is not None and helps:
            assisted(by, workshop_id)
        known = Participant.objects.filter(id=id).first()
        person = known.person if known else _person(workshop, name, person_id, language)
        if already := None if known else Participant.objects.in_workshop(workshop).filter(person=person).first():
            return already
        where = known.enterprise_id if known else _enterprise(workshop, enterprise_id, enterprise_text, person)
        called = known.name if known else told_apart(workshop, plain(name, NAME_LENGTH))
        said = {"name": called, "enterprise_text": plain(enterprise_text, ENTERPRISE_LENGTH)}
        said |= {"enterprise_id": where, "position": position, "way": way, "said_at": said_at}
        fact = workshop.says(Participant, by if helps else person, id, person=person, **said)
        return tell_once(fact, lambda: _refuse(workshop, fact))


def plain(text: str, most: int) -> str:
    """One line without doubled spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())[:most]


def told_apart(workshop: Workshop, name: str) -> str:
    """The name, with a number where somebody in the room has the same: "Rosa", "Rosa (2)"."""
    taken = {said.casefold() for said in Participant.objects.in_workshop(workshop).values_list("name", flat=True)}
    others = (f"{name[: NAME_LENGTH - 5]} ({n})" for n in count(2))
    return name if name.casefold() not in taken or not name else next(one for one in others if one.casefold() not in taken)


def _refuse(workshop: Workshop, fact: Participant) -> None:
    refuse_closed(workshop)
    if not fact.name:
        raise NameNeeded
    if Participant.objects.in_workshop(workshop).count() >= MOST_PEOPLE:
        raise RoomIsFull(n=MOST_PEOPLE)


def _person(workshop: Workshop, name: str, person_id: UUID | None, language: str) -> Person:
    """A known person of the institution, or a guest: a row with a name and nothing else."""
    if person_id is not None:
        return Person.objects.get(id=person_id, institution=workshop.institution_id, erased_at=None)
    guest = plain(name, NAME_LENGTH)
    return Person.objects.create(institution_id=workshop.institution_id, name=guest, language=language, joined_at=ledger.now())


def _enterprise(workshop: Workshop, chosen: UUID | None, text: str, person: Person) -> UUID | None:
    """The one chosen; else the only one of the register with that name; else the person's own."""
    register: Any = Enterprise.objects.filter(programme=workshop.programme_id, joined_into=None)
    if chosen is not None:
        return UUID(str(register.get(id=chosen).id))
    if typed := plain(text, ENTERPRISE_LENGTH):
        same = list(register.filter(name__iexact=typed).values_list("id", flat=True)[:2])
        return same[0] if len(same) == 1 else None
    post = Post.objects.standing().filter(person=person, enterprise__in=register).first()
    return post.enterprise_id if post else None


def handover_number(participant: Participant) -> str:
    """Eight digits that bring this participant to another phone; shown on their own page and, for a dead battery, to the helper."""
    secret = hmac.digest(settings.SECRET_KEY.encode(), b"workshops.handover" + participant.id.bytes, sha256)
    return f"{int.from_bytes(secret[:8], 'big') % 10**8:08d}"


def come_back(workshop_id: UUID, typed: str) -> Participant:
    """The participant whose number was typed on another phone. Raises WrongHandover."""
    digits = "".join(letter for letter in typed if letter.isdigit())
    for participant in Participant.objects.in_workshop(workshop_id):
        if hmac.compare_digest(handover_number(participant), digits.encode().decode("ascii", "ignore")):
            return participant
    raise WrongHandover


def participant_of(workshop: Workshop, person: Person | None) -> Participant | None:
    """This person's place in the workshop, if they have one."""
    room = Participant.objects.in_workshop(workshop).select_related("person__account")
    return room.filter(person=person).first() if person is not None else None
