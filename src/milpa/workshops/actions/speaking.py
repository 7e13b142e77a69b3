"""The sharing round: the word given, taken, passed on. Several people may press at once: each turn ends once."""

from uuid import UUID

from django.db import transaction

from milpa.people.models import Person
from milpa.web import live
from milpa.workshops.models import ActivityOpened, Participant, Turn, Workshop
from milpa.workshops.refusals import NotAParticipant
from milpa.workshops.room_refusals import NobodyToSpeak, SharingNotOpen
from milpa.workshops.rules.turns import CALLED, PASSED, SPOKE
from milpa.workshops.speaking import SHARING, speaking_in
from milpa.workshops.telling import CHANNEL, locked, tell_once


def give_word(by: Person, workshop_id: UUID, id: UUID, participant_id: UUID) -> Turn:
    """Somebody speaks now, out of the order; the order goes on afterwards. Raises SharingNotOpen, NotAParticipant, Conflict."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        return _told(workshop, _turn(workshop, by, id, participant_id, CALLED))


def end_turn(by: Person, workshop_id: UUID, id: UUID, participant_id: UUID, *, passed: bool = False) -> Turn | None:
    """Whoever has the word has spoken, or passes and is asked again later. Where another person ended that turn already nothing happens.

    Raises SharingNotOpen, NobodyToSpeak, NotAParticipant, Conflict.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        fact = _turn(workshop, by, id, participant_id, PASSED if passed else SPOKE)
        if not Turn.objects.filter(id=id).exists():
            people = list(Participant.objects.in_workshop(workshop).select_related("enterprise").in_order())
            now = speaking_in(workshop, people)
            if now is None or now.speaker is None:
                raise NobodyToSpeak
            if now.speaker.id != participant_id:
                before: Turn | None = Turn.objects.standing().filter(opening=fact.opening, participant=participant_id).in_order().last()
                return before  # two people pressed the same button
        return _told(workshop, fact)


def _turn(workshop: Workshop, by: Person, id: UUID, participant_id: UUID, what: str) -> Turn:
    opening = ActivityOpened.objects.open().filter(workshop=workshop, activity__kind__in=SHARING).in_order().last()
    if known := Turn.objects.filter(id=id, workshop=workshop).first():
        opening = known.opening
    if opening is None:
        raise SharingNotOpen
    place = Participant.objects.in_workshop(workshop).filter(id=participant_id).first()
    if place is None:
        raise NotAParticipant
    return workshop.says(Turn, by, id, opening=opening, participant=place, what=what)


def _told(workshop: Workshop, fact: Turn) -> Turn:
    """The console and the projector read the page again; phones need not."""
    told = tell_once(fact)
    live.tell(CHANNEL, workshop.id, "turn", {"turn": str(told.id)}, "console")
    return told
