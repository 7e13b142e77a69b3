"""The programme's needs before they are frozen: joining proposals, adding one that did not come from the workshop, moving one."""

from typing import Any
from uuid import UUID

from django.db import transaction

from milpa.ledger.refusals import Conflict
from milpa.people.models import Person
from milpa.workshops.actions.joining import plain
from milpa.workshops.models import Need, NeedAnswered, NeedCard, NeedDecided, NeedMoved, Needs
from milpa.workshops.proposing import refuse_frozen, settle
from milpa.workshops.refusals import AnotherWorkshop, NotMovable, ReasonNeeded
from milpa.workshops.telling import tell_once

TITLE = 120


def _held(by: Person, needs_id: UUID, verb: str = "workshops.edit_needs") -> Needs:
    found: Needs = Needs.objects.open_to(by, verb).select_for_update(of=("self",)).get(id=needs_id)
    return found


def _of_need(by: Person, need_id: UUID, verb: str = "workshops.edit_needs") -> tuple[Needs, Need]:
    need = Need.objects.open_to(by, verb).get(id=need_id)
    return _held(by, need.needs_id, verb), need


def add_need(by: Person, programme_id: UUID, was: int, id: UUID, title: str, *, found_in: str, solved_by_training: bool = True) -> Need:
    """A proposal that did not come from the workshop, marked so: the conglomerate decides about it.

    Raises Needs.DoesNotExist, ReasonNeeded without its source, NeedsAreFrozen, StaleRevision, Conflict. Sent twice it is one.
    """
    with transaction.atomic():
        needs = _held(by, Needs.objects.open_to(by, "workshops.edit_needs").get(programme=programme_id).id)
        if known := Need.objects.filter(id=id).first():
            if known.needs_id != needs.id:
                raise Conflict
            return known
        refuse_frozen(needs)
        if not found_in.strip() or not title.strip():
            raise ReasonNeeded
        need = Need(id=id, needs=needs, title=plain(title, TITLE), found_in=plain(found_in, 200), solved_by_training=solved_by_training)
        need.save(force_insert=True)
        settle(needs, by, why=need.title, was=was)
        need.refresh_from_db()
        return need


def describe_need(by: Person, need_id: UUID, was: int, **changes: Any) -> Need:
    """Changes title, handed_to or done_instead. Raises Need.DoesNotExist, NeedsAreFrozen, StaleRevision."""
    with transaction.atomic():
        needs, need = _of_need(by, need_id)
        refuse_frozen(needs)
        for name in changes.keys() & {"title", "handed_to", "done_instead", "solved_by_training"}:
            setattr(need, name, changes[name])
        need.save()
        settle(needs, by, why=need.title, was=was)
        need.refresh_from_db()
        return need


def join_needs(by: Person, need_id: UUID, was: int, into_id: UUID) -> Need:
    """One need of two proposals: cards and votes go into the other; the judgement of the other stays.

    Raises Need.DoesNotExist, AnotherWorkshop, NeedsAreFrozen, StaleRevision.
    """
    with transaction.atomic():
        needs, need = _of_need(by, need_id)
        into = needs.items.standing().get(id=into_id)
        if need.joined_into_id == into.id:
            return into
        refuse_frozen(needs)
        if need.id == into.id or need.joined_into_id is not None:
            raise AnotherWorkshop
        there = set(into.cards.values_list("card", flat=True))
        NeedCard.objects.bulk_create(
            NeedCard(need=into, card_id=card) for card in need.cards.values_list("card", flat=True) if card not in there
        )
        need.cards.all().delete()
        into.votes, need.joined_into = into.votes + need.votes, into
        into.save(update_fields=["votes"])
        need.save(update_fields=["joined_into"])
        settle(needs, by, why=into.title, was=was)
        into.refresh_from_db()
        return into


def move_need(
    by: Person,
    need_id: UUID,
    id: UUID,
    to: int,
    why: str,
    *,
    proposed_by: UUID | None = None,
    hands: tuple[int, int, int] | None = None,
) -> NeedMoved:
    """The group moves a need to a rank of its own list. `hands`: for, against, blank. Raises ReasonNeeded, NotMovable, NeedsAreFrozen."""
    with transaction.atomic():
        needs, need = _of_need(by, need_id)
        counted = dict(zip(("hands_for", "hands_against", "hands_blank"), hands or (None, None, None), strict=True))
        fact = NeedMoved(id=id, by=by, institution_id=needs.institution_id, need=need, to=to, why=plain(why, 300), **counted)
        fact.proposed_by_id = proposed_by

        def refuse() -> None:
            refuse_frozen(needs)
            if not fact.why:
                raise ReasonNeeded
            if need.place is None or to < 1:
                raise NotMovable

        before = NeedMoved.objects.filter(id=id).exists()
        told = tell_once(fact, refuse)
        if not before:
            settle(needs, by, why=fact.why)
        return told


def decide_added(by: Person, need_id: UUID, id: UUID, accepted: bool, why: str) -> NeedDecided:
    """The conglomerate's word on a proposal that did not come from the workshop, on behalf of `by`'s institution.

    Raises Need.DoesNotExist, ReasonNeeded, NotMovable for one that did come from it, NeedsAreFrozen.
    """
    with transaction.atomic():
        needs, need = _of_need(by, need_id, "workshops.decide_added")
        fact = NeedDecided(id=id, by=by, institution_id=needs.institution_id, need=need, accepted=accepted, side=by.institution)
        fact.why = why.strip()[:500]

        def refuse() -> None:
            refuse_frozen(needs)
            if not need.found_in:
                raise NotMovable
            if not fact.why:
                raise ReasonNeeded

        before = NeedDecided.objects.filter(id=id).exists()
        told = tell_once(fact, refuse)
        if not before:
            need.is_declined = not accepted
            need.save(update_fields=["is_declined"])
            settle(needs, by, why=fact.why)
        return told


def answer_need(by: Person, need_id: UUID, id: UUID, kind: str, text: str) -> NeedAnswered:
    """What is done about a need, or why not, or to whom it was passed: the answer to every card in it. The newest counts.

    Raises Need.DoesNotExist, ReasonNeeded for an empty one, Conflict.
    """
    with transaction.atomic():
        need = Need.objects.open_to(by, "workshops.answer").select_related("needs").get(id=need_id)
        fact = NeedAnswered(id=id, by=by, institution_id=need.needs.institution_id, need=need, kind=kind, text=text.strip()[:500])

        def refuse() -> None:
            if not fact.text:
                raise ReasonNeeded

        return tell_once(fact, refuse)
