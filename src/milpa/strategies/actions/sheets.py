"""Training actions: written, changed, put in order, taken out. Each save is a revision of the strategy."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from milpa.people.models import Person
from milpa.strategies.actions.finding import forgotten
from milpa.strategies.actions.opening import next_place, opened, saved
from milpa.strategies.models import ActionNeed, Strategy, TrainingAction
from milpa.strategies.refusals import ActionInUse, DependsOnItself, NeedNotQuoted, NoSuchPlace

FIELDS = (
    "kind", "name", "for_whom", "learning_outcome", "level", "modality", "modality_says", "hours", "weeks", "places", "ict_needed",
    "why_no_need", "instructor_profile", "recognition", "standard", "event_code", "language", "language_support", "offered_to_workers",
    "cost", "responsible", "person", "person_id", "starts",
)  # fmt: skip


def add_action(by: Person, strategy_id: UUID, was: int, id: UUID, sheet: dict[str, Any]) -> TrainingAction:
    """A new training action. `sheet`: any of FIELDS, `answers` (ids of needs), `depends_on` (id of the action that comes first).

    Sent twice it is one. Raises Strategy.DoesNotExist, NeedNotQuoted, NoSuchPlace, StaleRevision.
    """
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        if known := strategy.actions.filter(id=id).first():
            return known
        action = TrainingAction(id=id, strategy=strategy, place=next_place(strategy.actions), currency=strategy.currency)
        _write(action, sheet)
        action.save(force_insert=True)
        _tie(strategy, action, sheet)
        saved(strategy, was, by, action.name)
        return action


def edit_action(by: Person, strategy_id: UUID, was: int, action_id: UUID, sheet: dict[str, Any]) -> TrainingAction:
    """Changes what `sheet` names; the rest stays. Raises NoSuchPlace, DependsOnItself, NeedNotQuoted, StaleRevision."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        action = action_in(strategy, action_id)
        _write(action, sheet)
        action.save()
        _tie(strategy, action, sheet)
        saved(strategy, was, by, action.name)
        return action


def remove_action(by: Person, strategy_id: UUID, was: int, action_id: UUID) -> None:
    """Takes it out; its budget lines stay without an action, revisions keep it. Raises NoSuchPlace, ActionInUse, StaleRevision."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        action = action_in(strategy, action_id)
        try:
            action.delete()
        except ProtectedError as error:
            raise ActionInUse(action=action.name) from error
        forgotten(action_id)
        saved(strategy, was, by, action.name)


def move_action(by: Person, strategy_id: UUID, was: int, action_id: UUID, place: int) -> None:
    """Puts it at `place`, 1 being the first; the others make room. Raises NoSuchPlace, StaleRevision."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        action = action_in(strategy, action_id)
        order = [row for row in strategy.actions.all() if row.id != action.id]
        order.insert(max(0, place - 1), action)
        for number, row in enumerate(order, start=1):
            TrainingAction.objects.filter(id=row.id).update(place=number)
        saved(strategy, was, by, action.name)


def action_in(strategy: Strategy, action_id: UUID) -> TrainingAction:
    """The strategy's action of that id. Raises NoSuchPlace."""
    action = strategy.actions.filter(id=action_id).first()
    if action is None:
        raise NoSuchPlace
    return action


def _write(action: TrainingAction, sheet: dict[str, Any]) -> None:
    for name in FIELDS:
        if name in sheet:
            setattr(action, name, sheet[name])


def _tie(strategy: Strategy, action: TrainingAction, sheet: dict[str, Any]) -> None:
    """What comes before it, and the needs it answers."""
    if "depends_on" in sheet:
        first = action_in(strategy, sheet["depends_on"]) if sheet["depends_on"] else None
        _refuse_a_circle(action, first)
        action.depends_on = first
        action.save(update_fields=["depends_on"])
    if "answers" in sheet:
        wanted = set(sheet["answers"])
        if wanted - set(strategy.quoted.values_list("need", flat=True)):
            raise NeedNotQuoted
        action.answers.exclude(need__in=wanted).delete()
        there = set(action.answers.values_list("need", flat=True))
        ActionNeed.objects.bulk_create(ActionNeed(action=action, need_id=need) for need in wanted - there)


def _refuse_a_circle(action: TrainingAction, first: TrainingAction | None) -> None:
    while first is not None:
        if first.id == action.id:
            raise DependsOnItself(action=action.name)
        first = first.depends_on
