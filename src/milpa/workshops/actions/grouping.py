"""Grouping: making, naming and emptying groups, laying cards into them, and saying what training solves."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.people.models import Person
from milpa.workshops.actions.joining import plain
from milpa.workshops.models import Card, CardPlaced, Group, GroupNamed, Participant, SolvedByTraining, Workshop
from milpa.workshops.models.cards import NAME_LENGTH
from milpa.workshops.refusals import AnotherWorkshop, GroupNameNeeded
from milpa.workshops.telling import announce, locked, refuse_closed, tell_once
from milpa.workshops.wall import cards_of


def make_group(by: Person, workshop_id: UUID, id: UUID, name: str, *, named_by: UUID | None = None) -> Group:
    """`named_by`: the participant whose words the name is. Raises GroupNameNeeded, WorkshopIsClosed, AnotherWorkshop, Conflict."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        fact = workshop.says(Group, by, id, name=plain(name, NAME_LENGTH), named_by_id=_in_room(workshop, named_by))
        return tell_once(fact, lambda: _refuse(workshop, fact.name))


def name_group(by: Person, workshop_id: UUID, id: UUID, group_id: UUID, name: str, *, named_by: UUID | None = None) -> GroupNamed:
    """The newest name counts; earlier ones stay on record. Raises as `make_group`, and Group.DoesNotExist."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        group = _group(workshop, group_id)
        said = {"name": plain(name, NAME_LENGTH), "named_by_id": _in_room(workshop, named_by)}
        fact = workshop.says(GroupNamed, by, id, group=group, **said)
        return tell_once(fact, lambda: _refuse(workshop, fact.name))


def _refuse(workshop: Workshop, name: str) -> None:
    refuse_closed(workshop)
    if not name:
        raise GroupNameNeeded


def _in_room(workshop: Workshop, participant: UUID | None) -> UUID | None:
    if participant is not None and not Participant.objects.in_workshop(workshop).filter(id=participant).exists():
        raise AnotherWorkshop
    return participant


def _group(workshop: Workshop, group_id: UUID) -> Group:
    found: Group = Group.objects.standing().get(id=group_id, workshop=workshop)
    return found


def place_card(by: Person, workshop_id: UUID, id: UUID, card_id: UUID, group_id: UUID | None) -> CardPlaced:
    """Lays a card into a group, or out of all groups (None). Raises Card.DoesNotExist, Group.DoesNotExist, WorkshopIsClosed."""
    return place_cards(by, workshop_id, [(id, card_id)], group_id)[0]


def place_cards(by: Person, workshop_id: UUID, cards: Sequence[tuple[UUID, UUID]], group_id: UUID | None) -> list[CardPlaced]:
    """Lays several cards, each with the id of its placing. Raises as `place_card`."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        group = _group(workshop, group_id) if group_id is not None else None
        found = Card.objects.standing().filter(workshop=workshop).in_bulk([card for _id, card in cards])
        if len(found) < len({card for _id, card in cards}):
            raise Card.DoesNotExist
        known, new = ledger.recognise([workshop.says(CardPlaced, by, id, card=found[card], group=group) for id, card in cards])
        if new:
            refuse_closed(workshop)
            known += ledger.append(new)
            announce(workshop.id)
        return known


def dissolve_group(by: Person, workshop_id: UUID, id: UUID, group_id: UUID, why: str = "") -> None:
    """Takes a group away; its cards lie without a group again. Raises Group.DoesNotExist, WorkshopIsClosed."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        group = Group.objects.get(id=group_id, workshop=workshop)
        if group.voided_by is None:
            refuse_closed(workshop)
            ledger.void(group, by=by, why=why, id=id)
            announce(workshop.id)


def merge_groups(by: Person, workshop_id: UUID, id: UUID, from_id: UUID, into_id: UUID) -> Group:
    """The cards of one group go into another, each with its author still; the emptied group is taken away. Done twice it is done once.

    Raises Group.DoesNotExist, AnotherWorkshop for a group into itself, WorkshopIsClosed.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        into, gone = _group(workshop, into_id), Group.objects.get(id=from_id, workshop=workshop)
        if gone.voided_by is not None:
            return into
        refuse_closed(workshop)
        if gone.id == into.id:
            raise AnotherWorkshop
        cards = list(cards_of(workshop).filter(lies_in=gone.id))
        if cards:
            ledger.append([workshop.says(CardPlaced, by, ledger.uuid7(), card=card, group=into) for card in cards])
        ledger.void(gone, by=by, why=_called(into), id=id)
        announce(workshop.id)
        return into


def _called(group: Group) -> str:
    names = GroupNamed.objects.standing().filter(group=group).in_order().values_list("name", flat=True)
    newest: str | None = names.last()
    return newest or str(group.name)


def overtaken(by: Person, workshop_id: UUID, shown: Mapping[UUID, UUID | None]) -> list[CardPlaced]:
    """Of these cards, each with the group in which this person saw it: the placings by others since. The move that comes now counts."""
    rows = CardPlaced.objects.standing().filter(workshop=workshop_id, card__in=list(shown)).select_related("by", "card", "group").in_order()
    newest = {row.card_id: row for row in rows}
    return [row for row in newest.values() if row.by_id != by.id and row.group_id != shown[row.card_id]]


def say_solved(by: Person, workshop_id: UUID, id: UUID, group_id: UUID, solved: bool, handed_to: str = "") -> SolvedByTraining:
    """Whether training solves it; if not, to whom it is handed. Raises Group.DoesNotExist, WorkshopIsClosed."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        handed = "" if solved else plain(handed_to, 200)
        fact = workshop.says(SolvedByTraining, by, id, group=_group(workshop, group_id), solved=solved, handed_to=handed)
        return tell_once(fact, lambda: refuse_closed(workshop))
