"""A paper card photographed now and typed later, by whoever facilitates or helps; or set aside, with the reason kept."""

import unicodedata
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from milpa import ledger
from milpa.ledger.models.voiding import Voided
from milpa.people.models import Person
from milpa.web import live
from milpa.web.uploads.accept import accept
from milpa.workshops.actions.writing import author, refuse_card, refuse_writing
from milpa.workshops.models import Card, CardPhotographed, PhotographRead, Workshop
from milpa.workshops.models.photographed import CARDS
from milpa.workshops.refusals import ReasonNeeded
from milpa.workshops.room_refusals import PhotographReadAlready, PhotographSetAside
from milpa.workshops.telling import CHANNEL, announce, assisted, refuse_closed, tell_once


def photograph_card(
    by: Person,
    workshop_id: UUID,
    id: UUID,
    participant_id: UUID,
    way: str,
    photo: UploadedFile,
    *,
    number: int | None = None,
    named: bool = False,
) -> CardPhotographed:
    """The photograph alone: it is on the list of cards to be read, not yet on the wall. Sent twice it is one.

    Raises NotAParticipant, WritingNotOpen, WorkshopIsClosed, NumberTaken, TooManyCards, and what `uploads.accept` raises.
    """
    with transaction.atomic():
        workshop = assisted(by, workshop_id)
        participant = author(by, workshop_id, participant_id)
        fact = workshop.says(CardPhotographed, by, id, participant=participant, way=way, number=number, named=named)
        told = tell_once(fact, lambda: refuse_writing(workshop, fact))
        accept(photo, by=by, institution=workshop.institution, families=("picture",), belongs=(CARDS, told.id), id=told.id)
        live.tell(CHANNEL, workshop.id, "photographed", {"photograph": str(told.id)}, "console")
        return told


def read_photograph(by: Person, workshop_id: UUID, photograph_id: UUID, text: str, number: int | None = None) -> Card:
    """What the photographed card says: it comes on the wall, its author's, typed by `by`. The card has the photograph's id.

    Raises CardPhotographed.DoesNotExist, PhotographReadAlready, PhotographSetAside, and as `write_card`.
    """
    with transaction.atomic():
        workshop = assisted(by, workshop_id)
        photo = CardPhotographed.objects.select_related("participant").get(id=photograph_id, workshop=workshop)
        words = " ".join(unicodedata.normalize("NFC", text).split())
        said = {"participant": photo.participant, "text": words, "way": photo.way, "number": number, "named": photo.named}
        card = workshop.says(Card, by, photo.id, **said)
        _refuse_settled(photo, card)
        known, new = ledger.recognise([card])
        if new:
            refuse_card(workshop, card)
            read = workshop.says(PhotographRead, by, ledger.uuid7(), photograph=photo, card=card)
            ledger.append([card, read])
            announce(workshop.id)
            known = [card]
        return known[0]


def _refuse_settled(photo: CardPhotographed, card: Card) -> None:
    known = Card.objects.filter(id=photo.id).select_related("by").first()
    if known is not None and (known.text, known.by_id) != (card.text, card.by_id):
        raise PhotographReadAlready(who=known.by.name if known.by else "", text=known.words)
    if photo.voided_by is not None:
        why = Voided.objects.filter(id=photo.voided_by).values_list("why", flat=True).first()
        raise PhotographSetAside(why=why or "")


def set_photograph_aside(by: Person, workshop_id: UUID, id: UUID, photograph_id: UUID, why: str) -> None:
    """It cannot be read, or the card was typed already: off the list, with the reason. Raises ReasonNeeded, PhotographReadAlready."""
    with transaction.atomic():
        workshop: Workshop = assisted(by, workshop_id)
        photo = CardPhotographed.objects.get(id=photograph_id, workshop=workshop)
        if photo.voided_by is not None:
            return
        refuse_closed(workshop)
        if not why.strip():
            raise ReasonNeeded
        if photo.closed_by is not None:
            card = Card.objects.select_related("by").get(id=photo.id)
            raise PhotographReadAlready(who=card.by.name if card.by else "", text=card.words)
        ledger.void(photo, by=by, why=why.strip(), id=id)
        announce(workshop.id)
