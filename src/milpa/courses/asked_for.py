"""What became of what a learner asked for: the thread from one of their own cards of a workshop."""

from typing import Any
from uuid import UUID

from milpa.programmes import registries, threads
from milpa.programmes.remembering import Mark, remembered
from milpa.workshops.models import Card


def thread_for(person: Any, now: Mark) -> dict[str, Any] | None:
    """The thread of the person's card that went furthest, as the component takes it; None without a card.

    No query while nothing is recorded.
    """
    card = remembered(now, ("asked for", person.pk), lambda: _card_of(person))
    return threads.thread_context("card", card, person, now) if card else None


def _card_of(person: Any) -> UUID | None:
    """The newest that became a need, or else the newest."""
    cards = list(Card.objects.filter(participant__person=person, voided_by=None).order_by("-recorded_at").values_list("id", flat=True))
    edge = registries.thread_edges.get(("card", "need"))
    linked = edge.forward(cards) if cards and edge else {}
    return next((card for card in cards if linked.get(card)), cards[0] if cards else None)
