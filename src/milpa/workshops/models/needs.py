"""The programme's needs: what closed workshops propose, in the order of votes and of how well they suit ICT."""

from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.ids import uuid7
from milpa.ledger.models.documents import Document
from milpa.ledger.models.stored import Fact
from milpa.programmes.models import Programme
from milpa.workshops.models.cards import Card, Group
from milpa.workshops.models.methods import DOTS, METHODS
from milpa.workshops.models.room import Participant
from milpa.workshops.models.said import SaidQuerySet

ANSWERS = [
    ("done", _("It was done")),
    ("will_be_done", _("It will be done")),
    ("not_because", _("It will not be done, because")),
    ("passed_on", _("It was passed on")),
]


class NeedsQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "workshops.see") -> "NeedsQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))


class Needs(Document):
    """One a programme."""

    programme = models.OneToOneField(Programme, on_delete=models.PROTECT, related_name="needs")

    CONTENT = "milpa.workshops.content.needs"
    objects = NeedsQuerySet.as_manager()


class NeedQuerySet(models.QuerySet):
    def standing(self) -> "NeedQuerySet":
        """Not joined into another and not declined."""
        return self.filter(joined_into=None, is_declined=False)

    def of(self, programme: UUID) -> "NeedQuerySet":
        return self.standing().filter(needs__programme=programme)

    def open_to(self, person: Any, verb: str = "workshops.see") -> "NeedQuerySet":
        return self.filter(needs__programme__in=Programme.objects.open_to(person, verb))


class Need(models.Model):
    """`place` is its place in the whole order and `rank` in its own list; what is not solved by training has neither.

    Votes, mean and judgements are copied from the workshop when it closes.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    needs = models.ForeignKey(Needs, on_delete=models.CASCADE, related_name="items")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="needs")
    title = models.CharField(max_length=120)
    found_in = models.CharField(max_length=200, blank=True, default="")  # not from the workshop: where it was found
    solved_by_training = models.BooleanField(default=True)
    handed_to = models.CharField(max_length=200, blank=True, default="")
    done_instead = models.CharField(max_length=300, blank=True, default="")  # what is done where it does not suit ICT
    votes = models.PositiveIntegerField(default=0)  # its dots; of another method, how many others it came before
    counted_by = models.CharField(max_length=8, choices=METHODS, default=DOTS)
    voters = models.PositiveIntegerField(default=0)
    suits_ict = models.BooleanField(null=True)
    mean = models.DecimalField(max_digits=3, decimal_places=2, null=True)
    judgements = models.JSONField(default=dict)  # criterion -> {"value", "words"}
    place = models.PositiveSmallIntegerField(null=True)
    rank = models.PositiveSmallIntegerField(null=True)
    moved_because = models.CharField(max_length=300, blank=True, default="")
    is_declined = models.BooleanField(default=False)  # added, and the conglomerate decided against it
    joined_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="joined")

    objects = NeedQuerySet.as_manager()

    class Meta:
        ordering = ["place", "title", "id"]

    def __str__(self) -> str:
        return self.title


class NeedCard(models.Model):
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="cards")
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="needs")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["need", "card"], name="a_card_once_a_need")]


class NeedMoved(Fact):
    """The group moved a need within its list, with a reason and the hands that were counted."""

    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="moves")
    to = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=300)
    proposed_by = models.ForeignKey(Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    hands_for = models.PositiveSmallIntegerField(null=True, blank=True)
    hands_against = models.PositiveSmallIntegerField(null=True, blank=True)
    hands_blank = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = SaidQuerySet.as_manager()
    said = _("moved a need")


class NeedAnswered(Fact):
    """What is done about a need, said to everybody whose cards lie in it; the newest counts."""

    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="answers")
    kind = models.CharField(max_length=14, choices=ANSWERS)
    text = models.CharField(max_length=500)

    objects = SaidQuerySet.as_manager()
    said = _("answered the cards of a need")


class NeedDecided(Fact):
    """Whether a proposal that did not come from the workshop stays, decided by `side`; the newest counts."""

    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="decisions")
    accepted = models.BooleanField()
    why = models.CharField(max_length=500)
    side = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")

    objects = SaidQuerySet.as_manager()
    said = _("decided about a need that did not come from the workshop")
