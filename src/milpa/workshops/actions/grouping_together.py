"""Grouping by several people at once: helpers, and participants on their phones where the plan says so.

A move says in which group the card was seen. Where somebody else moved it meanwhile it stays where they laid it, and the person is told:
nobody overwrites what they have not seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.workshops.actions.joining import plain
from milpa.workshops.agenda import agenda_of
from milpa.workshops.models import Card, CardPlaced, Group, HelperCame, Participant, Workshop
from milpa.workshops.models.cards import NAME_LENGTH
from milpa.workshops.refusals import GroupNameNeeded, NotAParticipant
from milpa.workshops.room_refusals import CardMovedMeanwhile, GroupingNotForPhones, GroupingNotOpen, GroupIsGone
from milpa.workshops.telling import announce, refuse_closed, tell_once
from milpa.workshops.wall import names_of

GROUPING = ("grouping", "naming")


@dataclass(frozen=True, slots=True)
class Move:
    """A card from the group in which it was `seen` (None: no group). `id`: of its placing."""

    id: UUID
    card: UUID
    seen: UUID | None


@dataclass(slots=True)
class Moved:
    """`left`: why each other card stayed where it is."""

    placed: list[CardPlaced] = field(default_factory=list)
    left: list[CardMovedMeanwhile] = field(default_factory=list)


def move_cards(by: Person, workshop_id: UUID, moves: Sequence[Move], into: UUID | None) -> Moved:
    """Lays cards into a group, or out of all (None), except those that others moved since they were seen. Sent twice it is once.

    Raises Workshop.DoesNotExist, Card.DoesNotExist, GroupIsGone, GroupingNotForPhones, GroupingNotOpen, WorkshopIsClosed, Conflict.
    """
    with transaction.atomic():
        workshop, place = _let_in(by, workshop_id)
        cards = Card.objects.standing().filter(workshop=workshop).in_bulk([move.card for move in moves])
        if len(cards) < len({move.card for move in moves}):
            raise Card.DoesNotExist
        facts = [workshop.says(CardPlaced, by, move.id, card=cards[move.card], group_id=into) for move in moves]
        known, new = ledger.recognise(facts)
        moved = Moved(list(known))
        if new:
            _refuse(workshop, place)
            _refuse_gone(workshop, into)
            seen = {move.id: move.seen for move in moves}
            fit = [fact for fact in new if _stays(workshop, fact, seen[fact.id], moved)]
            if fit:
                moved.placed += ledger.append(fit)
                announce(workshop.id)
        return moved


def begin_group(by: Person, workshop_id: UUID, id: UUID, name: str) -> Group:
    """A new group, named by whoever made it. Raises GroupNameNeeded, and as `move_cards`."""
    with transaction.atomic():
        workshop, place = _let_in(by, workshop_id)
        fact = workshop.says(Group, by, id, name=plain(name, NAME_LENGTH), named_by=place)

        def refuse() -> None:
            _refuse(workshop, place)
            if not fact.name:
                raise GroupNameNeeded

        return tell_once(fact, refuse)


def may_group(workshop: Workshop, *, is_open: bool) -> bool:
    """Whether participants' phones show the page: as the plan says, while cards are grouped."""
    return workshop.phones_group and is_open


def _let_in(by: Person, workshop_id: UUID) -> tuple[Workshop, Participant | None]:
    """The workshop, held; and the participant's place, None for whoever facilitates or helps."""
    workshop = Workshop.objects.select_for_update(of=("self",)).get(id=workshop_id)
    helping = HelperCame.objects.standing().filter(person=by, asked__voided_by=None).values("workshop")
    runs = Programme.objects.open_to(by, "workshops.facilitate")
    if Workshop.objects.filter(Q(programme__in=runs) | Q(id__in=helping), id=workshop_id).exists():
        return workshop, None
    place = Participant.objects.in_workshop(workshop).filter(person=by).first()
    if place is None:
        raise NotAParticipant
    return workshop, place


def _refuse(workshop: Workshop, place: Participant | None) -> None:
    refuse_closed(workshop)
    if place is None:
        return
    if not workshop.phones_group:
        raise GroupingNotForPhones
    if not agenda_of(workshop).is_open(*GROUPING):
        raise GroupingNotOpen


def _refuse_gone(workshop: Workshop, into: UUID | None) -> None:
    if into is not None and not Group.objects.standing().filter(id=into, workshop=workshop).exists():
        raise GroupIsGone


def _stays(workshop: Workshop, fact: Any, seen: UUID | None, moved: Moved) -> bool:
    """Whether the move counts. One that another made since, elsewhere, is left, and said; the same one needs no second fact."""
    rows = CardPlaced.objects.standing().filter(card=fact.card_id).select_related("by", "group").in_order()
    last = rows.last()
    at = last.group_id if last and last.group and last.group.voided_by is None else None
    if at == fact.group_id and last is not None:
        moved.placed.append(last)
        return False
    if last is None or at == seen or last.by_id == fact.by_id:
        return True
    where = names_of(workshop).get(at, "") if at else _("no group")
    moved.left.append(CardMovedMeanwhile(who=last.by.name if last.by else "", card=fact.card.words, group=where))
    return False
