"""The needs taken in again when their order was frozen after the strategy's last save."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from milpa.people.models import Person
from milpa.strategies.actions.opening import opened, saved
from milpa.strategies.models import Strategy
from milpa.strategies.refusals import NeedsNotFrozen
from milpa.workshops.models import NeedsFrozen


def newer_needs(strategy: Strategy) -> bool:
    """Whether the needs were frozen in a revision that the strategy does not quote yet. One query."""
    newest = (
        NeedsFrozen.objects.standing().filter(needs__programme=strategy.programme_id).in_order().values_list("number", flat=True).last()
    )
    return newest is not None and newest != strategy.needs_revision


def quote_needs_anew(by: Person, strategy_id: UUID, was: int) -> int:
    """Quotes the frozen order; answers the revision. Raises Strategy.DoesNotExist, NeedsNotFrozen, StaleRevision."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        if not NeedsFrozen.objects.standing().filter(needs__programme=strategy.programme_id).exists():
            raise NeedsNotFrozen
        with override(strategy.programme.language):
            why = _("The needs as they were frozen")
        return saved(strategy, was, by, why)
