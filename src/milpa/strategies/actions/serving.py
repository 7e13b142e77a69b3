"""From need to action: which action answers which need, or why a need has none."""

from uuid import UUID

from django.db import transaction

from milpa.people.models import Person
from milpa.strategies.actions.opening import opened, saved
from milpa.strategies.actions.sheets import action_in
from milpa.strategies.models import ActionNeed, NeedWithoutAction, Strategy
from milpa.strategies.refusals import NeedNotQuoted


def serve_need(by: Person, strategy_id: UUID, was: int, action_id: UUID, need_id: UUID) -> int:
    """The action answers the need; answers the revision. Raises NeedNotQuoted, NoSuchPlace, StaleRevision."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        action, title = action_in(strategy, action_id), _title(strategy, need_id)
        ActionNeed.objects.get_or_create(action=action, need_id=need_id)
        return saved(strategy, was, by, f"{action.name} ← {title}")


def stop_serving(by: Person, strategy_id: UUID, was: int, action_id: UUID, need_id: UUID) -> int:
    """The action no longer answers the need; answers the revision. Raises NoSuchPlace, StaleRevision."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        action = action_in(strategy, action_id)
        action.answers.filter(need=need_id).delete()
        return saved(strategy, was, by, action.name)


def explain_need(by: Person, strategy_id: UUID, was: int, need_id: UUID, reason: str) -> int:
    """Why the need has no training action; a blank takes the reason back. Answers the revision. Raises NeedNotQuoted, StaleRevision."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        title = _title(strategy, need_id)
        if reason.strip():
            NeedWithoutAction.objects.update_or_create(strategy=strategy, need_id=need_id, defaults={"reason": reason.strip()})
        else:
            strategy.reasons.filter(need=need_id).delete()
        return saved(strategy, was, by, title)


def _title(strategy: Strategy, need_id: UUID) -> str:
    quoted = strategy.quoted.filter(need=need_id).first()
    if quoted is None:
        raise NeedNotQuoted
    return quoted.title
