"""Cards and how the room groups them. What a card says is never changed; where it lies and what its group is called, the newest counts."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Closable
from milpa.programmes.models import Programme
from milpa.web.limits import CARD_LENGTH
from milpa.workshops.models.room import Participant
from milpa.workshops.models.said import WAYS, SaidInWorkshop, SaidQuerySet

NAME_LENGTH = 80
ERASED = _("(erased at its author's wish)")


class CardQuerySet(SaidQuerySet):
    def open_to(self, person: Any, verb: str = "workshops.see") -> "CardQuerySet":
        return self.standing().filter(workshop__programme__in=Programme.objects.open_to(person, verb))

    def on_the_wall(self) -> "CardQuerySet":
        return self.filter(voided_by=None, closed_by=None)


class Card(Closable, SaidInWorkshop):
    """One idea in its author's words. On the wall it carries no name."""

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="cards")
    text = models.CharField(max_length=CARD_LENGTH)
    way = models.CharField(max_length=8, choices=WAYS, default="phone")
    number = models.PositiveSmallIntegerField(null=True, blank=True)  # printed on a paper card
    named = models.BooleanField(default=False)  # written while the group's rule was: with names

    objects = CardQuerySet.as_manager()
    said = _("wrote a card")
    erasable = ("text",)

    @property
    def words(self) -> str:
        """What it says, or that it says nothing any more."""
        return self.text or str(ERASED)


class CardModerated(SaidInWorkshop):
    """A card was taken from the wall, and why; its author reads it. Voided, the card is back."""

    closes = "card"
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="moderations")
    why = models.CharField(max_length=300)

    said = _("took a card from the wall")


class Group(SaidInWorkshop):
    """A group of cards with the name that it began with. `named_by`: whose words they are."""

    name = models.CharField(max_length=NAME_LENGTH)
    named_by = models.ForeignKey(Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    said = _("made a group of cards")


class GroupNamed(SaidInWorkshop):
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="namings")
    name = models.CharField(max_length=NAME_LENGTH)
    named_by = models.ForeignKey(Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    said = _("named a group of cards")


class CardPlaced(SaidInWorkshop):
    """A card was laid into a group, or out of every group; the newest counts."""

    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="placings")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="placings")

    said = _("placed a card")


class SolvedByTraining(SaidInWorkshop):
    """Whether training solves what a group says, as the room sees it; what it does not is handed to somebody. The newest counts."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="solutions")
    solved = models.BooleanField()
    handed_to = models.CharField(max_length=200, blank=True, default="")

    said = _("said whether training solves it")
