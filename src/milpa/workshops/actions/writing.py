"""Writing cards, by phone or typed for somebody; taking one from the wall with a reason, and putting it back."""

import unicodedata
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.people.models import Person
from milpa.web.limits import CARD_LENGTH, CARDS_PER_PERSON
from milpa.workshops.agenda import agenda_of
from milpa.workshops.by_link import is_open
from milpa.workshops.models import Card, CardModerated, CardPhotographed, Participant, Workshop
from milpa.workshops.refusals import (
    CardIsEmpty,
    CardTooLong,
    NotAParticipant,
    NumberTaken,
    ReasonNeeded,
    TooManyCards,
    WritingNotOpen,
)
from milpa.workshops.telling import announce, assisted, refuse_closed, tell_once

WRITING = ("writing", "workers_apart")


def write_card(
    by: Person,
    workshop_id: UUID,
    id: UUID,
    text: str,
    *,
    participant_id: UUID | None = None,
    way: str = "phone",
    said_at: datetime | None = None,
    number: int | None = None,
    named: bool = False,
) -> Card:
    """One idea on one card, once, however often the phone sends it. `participant_id`: whose card a helper types.
    `number`: printed on a paper card. `named`: it was written while the group's rule was: with names.

    What a phone wrote without signal is taken until the workshop closes, if writing ever began.
    Raises NotAParticipant, CardIsEmpty, CardTooLong, TooManyCards, NumberTaken, WritingNotOpen, WorkshopIsClosed, Conflict.
    """
    with transaction.atomic():
        participant = author(by, workshop_id, participant_id)
        workshop = Workshop.objects.select_for_update(of=("self",)).get(id=workshop_id)
        words = " ".join(unicodedata.normalize("NFC", text).split())
        fact = workshop.says(Card, by, id, participant=participant, text=words, way=way, said_at=said_at, number=number, named=named)
        return tell_once(fact, lambda: refuse_card(workshop, fact))


def author(by: Person, workshop_id: UUID, participant_id: UUID | None) -> Participant:
    """The participant who speaks: `by` themselves, or the one for whom `by` helps. Raises NotAParticipant, Workshop.DoesNotExist."""
    room = Participant.objects.in_workshop(workshop_id).select_related("person")
    own: Participant | None = room.filter(person=by).first()
    if participant_id is None or (own and own.id == participant_id):
        if own is None:
            raise NotAParticipant
        return own
    assisted(by, workshop_id)
    helped: Participant | None = room.filter(id=participant_id).first()
    if helped is None:
        raise NotAParticipant
    return helped


def refuse_card(workshop: Workshop, fact: Card) -> None:
    """Raises CardIsEmpty, CardTooLong, and as `refuse_writing`."""
    if not fact.text:
        raise CardIsEmpty
    if len(fact.text) > CARD_LENGTH:
        raise CardTooLong(most=CARD_LENGTH, n=len(fact.text))
    refuse_writing(workshop, fact)


def refuse_writing(workshop: Workshop, fact: Card | CardPhotographed) -> None:
    """Of a card, typed or only photographed. Raises WorkshopIsClosed, WritingNotOpen, TooManyCards, NumberTaken."""
    refuse_closed(workshop)
    if not agenda_of(workshop).has_begun(*WRITING) and not is_open(workshop.id):
        raise WritingNotOpen
    waiting = CardPhotographed.objects.to_be_read(workshop).exclude(id=fact.id)
    written = Card.objects.standing().filter(participant=fact.participant).count()
    photographed = waiting.filter(participant=fact.participant).count() if fact.way in ("paper", "voice") else 0  # phones send many
    if written + photographed >= CARDS_PER_PERSON:
        raise TooManyCards(most=CARDS_PER_PERSON)
    if fact.number is None:
        return
    if same := Card.objects.standing().filter(workshop=workshop, number=fact.number).first():
        raise NumberTaken(n=fact.number, text=same.text)
    if waiting.filter(number=fact.number).exists():
        raise NumberTaken(n=fact.number, text=_("photographed, still to be read"))


def moderate_card(by: Person, workshop_id: UUID, id: UUID, card_id: UUID, why: str) -> CardModerated:
    """Takes a card from the wall; its author reads why. Raises Card.DoesNotExist, ReasonNeeded, WorkshopIsClosed."""
    with transaction.atomic():
        workshop = assisted(by, workshop_id)
        card = Card.objects.standing().get(id=card_id, workshop=workshop)
        fact = workshop.says(CardModerated, by, id, card=card, why=why.strip())

        def refuse() -> None:
            refuse_closed(workshop)
            if not fact.why:
                raise ReasonNeeded

        return tell_once(fact, refuse)


def return_card(by: Person, workshop_id: UUID, id: UUID, card_id: UUID, why: str) -> Card:
    """Puts a card back on the wall; why stays written. Raises Card.DoesNotExist, WorkshopIsClosed."""
    with transaction.atomic():
        workshop = assisted(by, workshop_id)
        refuse_closed(workshop)
        card = Card.objects.standing().get(id=card_id, workshop=workshop)
        for place, moderation in enumerate(CardModerated.objects.standing().filter(card=card)):
            ledger.void(moderation, by=by, why=why, id=id if place == 0 else None)
        announce(workshop.id)
        card.refresh_from_db()
        return card
