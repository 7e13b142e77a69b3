"""Photographs of cards and of the wall: who reads them, and which there are."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from milpa.web.models import StoredFile
from milpa.web.uploads import reading
from milpa.workshops.models import Card, CardPhotographed, Workshop
from milpa.workshops.models.photographed import CARDS, WALL


def of_cards(person: Any, ids: Iterable[UUID]) -> set[UUID]:
    """A photograph that is still to be read has the id that its card will have."""
    if person is None:
        return set()
    asked = list(ids)
    cards = Card.objects.open_to(person).filter(id__in=asked).values_list("id", flat=True)
    photographed = CardPhotographed.objects.open_to(person).filter(id__in=asked).values_list("id", flat=True)
    return {*cards, *photographed}


def of_walls(person: Any, ids: Iterable[UUID]) -> set[UUID]:
    return set(Workshop.objects.open_to(person).filter(id__in=list(ids)).values_list("id", flat=True)) if person else set()


def of_wall(workshop: Workshop) -> list[StoredFile]:
    """Oldest first. One query."""
    return reading.of(WALL, [workshop.id])[workshop.id]


def of_card(card: Card) -> StoredFile | None:
    return next(iter(reading.of(CARDS, [card.id])[card.id]), None)
