"""A paper card that was photographed first and is typed afterwards, by whoever facilitates or helps."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Closable
from milpa.programmes.models import Programme
from milpa.workshops.models.cards import Card
from milpa.workshops.models.room import Participant
from milpa.workshops.models.said import WAYS, SaidInWorkshop, SaidQuerySet

CARDS, WALL = "workshops.card", "workshops.wall"  # what a photograph belongs to


class CardPhotographedQuerySet(SaidQuerySet):
    def open_to(self, person: Any, verb: str = "workshops.see") -> "CardPhotographedQuerySet":
        return self.standing().filter(workshop__programme__in=Programme.objects.open_to(person, verb))

    def to_be_read(self, workshop: Any) -> "CardPhotographedQuerySet":
        return self.standing().filter(workshop=workshop, closed_by=None)


class CardPhotographed(Closable, SaidInWorkshop):
    """A card whose text nobody has typed yet: it is on the list, not on the wall. Voided, it was set aside, and why."""

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="photographed")
    way = models.CharField(max_length=8, choices=WAYS, default="paper")
    number = models.PositiveSmallIntegerField(null=True, blank=True)  # printed on the paper
    named = models.BooleanField(default=False)  # the group's rule at that moment was: with names

    objects = CardPhotographedQuerySet.as_manager()
    said = _("photographed a card")

    class Meta(SaidInWorkshop.Meta):
        pass


class PhotographRead(SaidInWorkshop):
    """Somebody typed what a photographed card says. `card` is on the wall since; its `by` is who typed it."""

    closes = "photograph"
    photograph = models.ForeignKey(CardPhotographed, on_delete=models.PROTECT, related_name="readings")
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="read_from")

    said = _("typed what a photographed card says")
