"""What can be found of a strategy: its text and its training actions, written with each save."""

from uuid import UUID

from django.urls import reverse

from milpa.strategies.models import Strategy, TrainingAction
from milpa.web.search.indexing import forget, index_many

TEXT, ACTION = "strategies.strategy", "strategies.action"


def found_again(strategy: Strategy) -> None:
    """In the transaction of the save."""
    programme, language = strategy.programme_id, strategy.programme.language
    text = "\n".join(strategy.sections.values_list("text", flat=True))
    address = reverse("strategies:strategy", args=[programme])
    index_many(TEXT, strategy.institution, language, [(strategy.id, strategy.title, text, address)])
    index_many(ACTION, strategy.institution, language, [_action(programme, row) for row in strategy.actions.all()])


def _action(programme: UUID, row: TrainingAction) -> tuple[UUID, str, str, str]:
    address = reverse("strategies:action", args=[programme, row.id])
    return row.id, row.name, f"{row.for_whom}\n{row.learning_outcome}", address


def forgotten(action_id: UUID) -> None:
    """A training action that was taken out is found no more."""
    forget(ACTION, action_id)
