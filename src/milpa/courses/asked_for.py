"""What became of what a learner asked for: the thread from one of their own cards of a workshop, the one that went furthest."""

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
    """The newest whose need a training action answers; else the newest that became a need; else the newest. Three queries at most."""
    cards = list(Card.objects.filter(participant__person=person, voided_by=None).order_by("-recorded_at").values_list("id", flat=True))
    furthest, reached = cards, {card: [card] for card in cards}
    for step in (("card", "need"), ("need", "action")):
        edge = registries.thread_edges.get(step)
        linked = edge.forward({id for ids in reached.values() for id in ids}) if edge and reached else {}
        reached = {card: found for card, ids in reached.items() if (found := [to for id in ids for to in linked.get(id, [])])}
        furthest = [card for card in furthest if card in reached] or furthest
    return furthest[0] if furthest else None
