"""The room's answer to what the machine proposed: accepted, it becomes groups and placings like any other; dismissed, it is gone."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from django.db import transaction

from milpa import ledger
from milpa.ledger.models.stored import Fact
from milpa.people.models import Person
from milpa.workshops.actions.joining import plain
from milpa.workshops.ballot_refusals import ProposalIsOld
from milpa.workshops.models import Card, CardPlaced, Group, ProposalAnswered, Workshop
from milpa.workshops.models.cards import NAME_LENGTH
from milpa.workshops.refusals import GroupNameNeeded
from milpa.workshops.telling import announce, locked, refuse_closed
from milpa.workshops.wall import cards_of, wall_of

REASON = 300


def accept_group(
    by: Person, workshop_id: UUID, id: UUID, *, key: str, cards: Sequence[UUID], name: str = "", into: UUID | None = None, reason: str = ""
) -> ProposalAnswered:
    """Lays those of the cards that still have no group into a new group of that name, or `into` one. Sent twice it is one.

    Raises GroupNameNeeded, ProposalIsOld where all have a group by now, Group.DoesNotExist, WorkshopIsClosed, Conflict.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        answer = _answer(workshop, by, id, "group", key, accepted=True, reason=reason)
        if known := _known(answer):
            return known
        loose = {card.id for card in wall_of(workshop).loose}
        still = [card for card in cards if card in loose]
        if not still:
            raise ProposalIsOld
        group = Group.objects.standing().get(id=into, workshop=workshop) if into else _new(workshop, by, id, name)
        return _laid(workshop, by, answer, still, group, is_new=into is None)


def accept_alike(by: Person, workshop_id: UUID, id: UUID, *, key: str, one: UUID, other: UUID, reason: str = "") -> ProposalAnswered:
    """Lays two cards that say the same together: where the first lies, else where the other does, else in a new group.

    Each stays as it was written, with its author. Raises Card.DoesNotExist, WorkshopIsClosed, Conflict.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        answer = _answer(workshop, by, id, "alike", key, accepted=True, reason=reason)
        if known := _known(answer):
            return known
        found = {card.id: card for card in cards_of(workshop).filter(id__in=[one, other])}
        if len(found) < len({one, other}):
            raise Card.DoesNotExist
        groups = Group.objects.standing().in_bulk([card.lies_in for card in found.values() if card.lies_in])
        lies = next((groups[found[card].lies_in] for card in (one, other) if found[card].lies_in in groups), None)
        moved = [card for card in (one, other) if lies is None or found[card].lies_in != lies.id]
        group = lies or _new(workshop, by, id, min((card.words for card in found.values()), key=len))
        return _laid(workshop, by, answer, moved, group, is_new=lies is None)


def dismiss(by: Person, workshop_id: UUID, id: UUID, *, kind: str, key: str, reason: str = "") -> ProposalAnswered:
    """The proposal is not shown again as long as its cards are the same. Raises WorkshopIsClosed, Conflict."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        answer = _answer(workshop, by, id, kind, key, accepted=False, reason=reason)
        if known := _known(answer):
            return known
        refuse_closed(workshop)
        ledger.append([answer])
        return answer


def _answer(workshop: Workshop, by: Person, id: UUID, kind: str, key: str, *, accepted: bool, reason: str) -> ProposalAnswered:
    return workshop.says(ProposalAnswered, by, id, kind=kind, key=key[:64], accepted=accepted, reason=plain(reason, REASON))


def _known(answer: ProposalAnswered) -> ProposalAnswered | None:
    known, _new_ones = ledger.recognise([answer])
    return known[0] if known else None


def _new(workshop: Workshop, by: Person, id: UUID, name: str) -> Group:
    called = plain(name, NAME_LENGTH)
    if not called:
        raise GroupNameNeeded
    return workshop.says(Group, by, uuid5(id, "group"), name=called)


def _laid(
    workshop: Workshop, by: Person, answer: ProposalAnswered, cards: Sequence[UUID], group: Group, *, is_new: bool
) -> ProposalAnswered:
    refuse_closed(workshop)
    placed: list[Fact] = [workshop.says(CardPlaced, by, uuid5(answer.id, str(card)), card_id=card, group_id=group.id) for card in cards]
    ledger.append([*([group] if is_new else []), *placed, answer])
    announce(workshop.id)
    return answer
