"""What can be found of a strategy: its text and its training actions, written with each save."""

from uuid import UUID

from django.urls import reverse

from milpa.strategies.models import Strategy
from milpa.web.search.indexing import forget, index

TEXT, ACTION = "strategies.strategy", "strategies.action"


def found_again(strategy: Strategy) -> None:
    """In the transaction of the save."""
    programme, language = strategy.programme_id, strategy.programme.language
    text = "\n".join(strategy.sections.values_list("text", flat=True))
    address = reverse("strategies:strategy", args=[programme])
    index(TEXT, strategy.id, strategy.institution, strategy.title, text, address, language)
    for row in strategy.actions.all():
        said = f"{row.for_whom}\n{row.learning_outcome}"
        index(ACTION, row.id, strategy.institution, row.name, said, reverse("strategies:action", args=[programme, row.id]), language)


def forgotten(action_id: UUID) -> None:
    """A training action that was taken out is found no more."""
    forget(ACTION, action_id)
