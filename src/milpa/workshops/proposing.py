"""How a closed workshop becomes needs, and how needs get their places. Called inside the transaction of an action."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from milpa import ledger
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.workshops.counting import Result, result_of
from milpa.workshops.minutes_renewing import renew_minutes
from milpa.workshops.models import Need, NeedCard, NeedMoved, Needs, NeedsFrozen, Vote, Workshop
from milpa.workshops.models.methods import DOTS
from milpa.workshops.refusals import NeedsAreFrozen
from milpa.workshops.rules.priorities import Judged, Move, priorities
from milpa.workshops.wall import GroupOnWall, wall_of

KEYS = ("workshops.priorities_frozen", "strategies.actions_cover_priorities")  # what rests on the needs and their order


def is_frozen(needs: Needs) -> bool:
    return bool(NeedsFrozen.objects.standing().filter(needs=needs).exists())


def refuse_frozen(needs: Needs) -> None:
    if is_frozen(needs):
        raise NeedsAreFrozen


def refuse_frozen_of(programme: UUID) -> None:
    if NeedsFrozen.objects.standing().filter(needs__programme=programme).exists():
        raise NeedsAreFrozen


def needs_of(workshop: Workshop) -> Needs:
    """The programme's needs, begun if there are none; held until the transaction ends."""
    found = Needs.objects.select_for_update(of=("self",)).filter(programme=workshop.programme_id).first()
    if found is None:
        found = Needs(institution_id=workshop.institution_id, programme_id=workshop.programme_id)
        found.save(force_insert=True)
    return found


def propose_needs(workshop: Workshop, by: Person) -> Needs:
    """One need a group with cards. A workshop closed again brings its groups' needs up to date; titles that people changed stay."""
    needs, wall, vote = needs_of(workshop), wall_of(workshop), Vote.objects.deciding(workshop)
    result = result_of(vote) if vote is not None else None
    known = {need.group_id: need for need in needs.items.exclude(group=None)}
    for group in wall.groups:
        if group.cards:
            _propose(needs, group, result, known.get(group.id))
    settle(needs, by, why=workshop.title)
    return needs


def _propose(needs: Needs, group: GroupOnWall, result: Result | None, known: Need | None) -> None:
    need = known or Need(needs=needs, group_id=group.id, title=group.name, handed_to=group.handed_to)
    need.solved_by_training = group.may_be_voted
    need.votes = result.dots.get(str(group.id), 0) if result else 0
    need.voters = result.turnout.voters if result else 0
    need.counted_by = result.method if result else DOTS
    said = group.suitability
    need.suits_ict = said.suits
    need.mean = None if said.mean is None else Decimal(said.mean.numerator) / Decimal(said.mean.denominator)
    need.judgements = {key: {"value": one.value, "words": one.words} for key, one in group.judgements.items()}
    need.save()
    into = need.joined_into_id or need.id
    there = set(NeedCard.objects.filter(need__in={into, need.id}).values_list("card", flat=True))
    NeedCard.objects.bulk_create(NeedCard(need_id=into, card_id=card.id) for card in group.cards if card.id not in there)


def settle(needs: Needs, by: Person, why: str = "", was: int | None = None) -> None:
    """Gives each need its rank and place again, and saves a revision. Raises StaleRevision if `was` is given and old."""
    rows = {str(need.id): need for need in needs.items.all()}
    ordered = [need for need in rows.values() if need.joined_into_id is None and not need.is_declined and need.solved_by_training]
    moves = NeedMoved.objects.standing().filter(need__in=[need.id for need in ordered]).in_order()
    lists = priorities(
        [Judged(str(need.id), need.votes, need.suits_ict) for need in ordered],
        [Move(str(move.need_id), move.to, move.why) for move in moves],
    )
    placed = {one.need: one for one in (*lists.suited, *lists.others, *lists.unjudged)}
    for id, need in rows.items():
        _place(need, placed.get(id))
    Need.objects.bulk_update(rows.values(), ["place", "rank", "moved_because"])
    ledger.revise(needs, needs.revision if was is None else was, by=by, why=why)
    renew_minutes(needs.programme_id, by, why)
    touch(needs.programme_id, *KEYS)


def _place(need: Need, priority: Any) -> None:
    need.place = priority.place if priority else None
    need.rank = priority.rank if priority else None
    need.moved_because = priority.moved_because if priority else ""
