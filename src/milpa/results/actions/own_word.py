"""Asking, at the end of a phase, whether what they said changed anything; and their answers."""

from typing import Any
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import CounterpartAppointed, Post
from milpa.ledger.refusals import NotYours
from milpa.people.standing import may
from milpa.programmes.models import Programme
from milpa.programmes.refusals import Historical
from milpa.results.drawing import can_be_drawn
from milpa.results.models import OwnWord, OwnWordAsked
from milpa.results.refusals import AlreadyAsked, NobodyToAsk, NotDrawn, NotOfThisPhase
from milpa.results.rules.lot import drawn


def ask_own_word(by: Any, programme_id: UUID, phase: str, id: UUID) -> OwnWordAsked:
    """Draws five enterprises of those invited in the phase, once, and asks them and the liaison.

    Raises NotYours, Programme.DoesNotExist, Historical, NotOfThisPhase, AlreadyAsked, NobodyToAsk.
    """
    if not may(by, "results.ask_own_word"):
        raise NotYours
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "results.ask_own_word").select_for_update(of=("self",)).get(id=programme_id)
        known = OwnWordAsked.objects.filter(id=id, programme=programme, phase=phase).first()
        if known is not None:
            return known
        if programme.is_historical:
            raise Historical
        if OwnWordAsked.objects.standing().filter(programme=programme, phase=phase).exists():
            raise AlreadyAsked
        asked = OwnWordAsked(
            id=id, by=by, institution_id=programme.institution_id, programme=programme, phase=phase, enterprises=_lot(programme, phase)
        )
        stored: OwnWordAsked = ledger.append([asked])[0]
        return stored


def _lot(programme: Programme, phase: str) -> list[str]:
    among = can_be_drawn(programme, phase)
    if among is None:
        raise NotOfThisPhase
    if not among:
        raise NobodyToAsk
    return [str(enterprise) for enterprise in drawn(among, f"{programme.id}:{phase}")]


def say_own_word(
    by: Any, asked_id: UUID, id: UUID, word: str, *, enterprise_id: UUID | None = None, person_id: UUID | None = None, because: str = ""
) -> OwnWord:
    """The word of the liaison (no enterprise) or of an enterprise that was drawn; said again, the newest counts.

    The liaison's is said by the counterpart itself; an enterprise's by its own people, or typed for them by the team, which is marked.
    Raises OwnWordAsked.DoesNotExist, NotYours, NotDrawn, Conflict.
    """
    with transaction.atomic():
        asked = _asked(by, asked_id, enterprise_id)
        fact = OwnWord(
            id=id, by=by, institution_id=asked.institution_id, asked=asked, enterprise_id=enterprise_id, person_id=person_id,
            word=word, because=because,
        )  # fmt: skip
        known, new = ledger.recognise([fact])
        known += ledger.append(new)
    stored: OwnWord = known[0]
    return stored


def _asked(by: Any, asked_id: UUID, enterprise_id: UUID | None) -> OwnWordAsked:
    if enterprise_id is None:
        asked: OwnWordAsked = OwnWordAsked.objects.standing().open_to(by, "results.say_own_word").get(id=asked_id)
        bodies = CounterpartAppointed.objects.standing().filter(programme=asked.programme_id).values_list("body", flat=True)
        if by.institution_id not in set(bodies):
            raise NotYours
        return asked
    of_theirs = Post.objects.standing().filter(person=by, enterprise=enterprise_id).exists()
    mine = OwnWordAsked.objects.standing() if of_theirs else OwnWordAsked.objects.standing().open_to(by, "results.type_own_word")
    asked = mine.get(id=asked_id)
    if str(enterprise_id) not in asked.enterprises:
        raise NotDrawn
    return asked
