"""What a programme grown from another takes of its strategy: as proposals, for the needs are asked anew."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from milpa import ledger
from milpa.strategies.actions.opening import saved
from milpa.strategies.actions.starting import start_strategy
from milpa.strategies.models import BudgetLine, Risk, Strategy, TrainingAction

KEPT_TEXTS = ("modality", "promotion", "evaluation")  # how it is taught, promoted and evaluated; the rest speaks of the old conglomerate
SHEET = (
    "place", "kind", "name", "for_whom", "learning_outcome", "level", "modality", "modality_says", "hours", "weeks", "places", "ict_needed",
    "why_no_need", "instructor_profile", "recognition", "standard", "event_code", "language", "language_support", "offered_to_workers",
)  # fmt: skip


def _both(old: Any, new: Any, person: Any, copy: Callable[[Strategy, Strategy], None]) -> None:
    before = Strategy.objects.filter(programme=old).first()
    if before is None:
        return
    strategy = start_strategy(person, new.id)
    copy(before, strategy)
    saved(strategy, strategy.revision, person, old.title)


def take_actions(old: Any, new: Any, person: Any) -> None:
    """The sheets without needs, dates, cost or who answers; what comes before what stays."""

    def copy(before: Strategy, strategy: Strategy) -> None:
        ids: dict[UUID, UUID] = {row.id: ledger.uuid7() for row in before.actions.all()}
        for row in before.actions.all():
            kept = {name: getattr(row, name) for name in SHEET}
            TrainingAction.objects.create(id=ids[row.id], strategy=strategy, currency=strategy.currency, **kept)
        for row in before.actions.exclude(depends_on=None):
            TrainingAction.objects.filter(id=ids[row.id]).update(depends_on=ids[row.depends_on_id])

    _both(old, new, person, copy)


def take_outline(old: Any, new: Any, person: Any) -> None:
    """The sections as they were named, with the text of how it is taught, promoted and evaluated, and the risks."""

    def copy(before: Strategy, strategy: Strategy) -> None:
        strategy.sections.all().delete()
        for row in before.sections.all():
            row.text = row.text if row.slug in KEPT_TEXTS else ""
            row.pk, row.strategy = None, strategy
            row.save(force_insert=True)
        kept = ("place", "text", "likelihood", "impact", "what")
        Risk.objects.bulk_create(Risk(strategy=strategy, **row) for row in before.risks.values(*kept))

    _both(old, new, person, copy)


def take_budget(old: Any, new: Any, person: Any) -> None:
    """The lines without any figure or contribution."""

    def copy(before: Strategy, strategy: Strategy) -> None:
        kept = before.budget.values("place", "text", "in_kind")
        BudgetLine.objects.bulk_create(BudgetLine(strategy=strategy, amount=0, currency=strategy.currency, **row) for row in kept)

    _both(old, new, person, copy)
