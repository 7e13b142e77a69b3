"""The result given back: published, seven days of remarks, each answered, the order frozen."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact
from milpa.programmes.models import Programme
from milpa.workshops.models.cards import Card
from milpa.workshops.models.needs import ANSWERS, Need, Needs
from milpa.workshops.models.room import Participant
from milpa.workshops.models.said import SaidQuerySet

REMARK_LENGTH = 1000
REMARK_WAYS = [
    ("phone", _("by phone")),
    ("link", _("by link")),
    ("call", _("by call")),
    ("visit", _("by visit")),
    ("paper", _("on paper")),
    ("voice", _("by voice")),
]


class ResultPublished(Fact):
    needs = models.ForeignKey(Needs, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField()  # the revision that was published

    objects = SaidQuerySet.as_manager()
    said = _("published the result of a workshop")


class RemarkQuerySet(SaidQuerySet):
    def open_to(self, person: Any, verb: str = "workshops.see") -> "RemarkQuerySet":
        return self.standing().filter(needs__programme__in=Programme.objects.open_to(person, verb))


class Remark(Fact):
    """What somebody says about the result within seven days. By an open link nobody knows who: it counts for no enterprise."""

    needs = models.ForeignKey(Needs, on_delete=models.PROTECT, related_name="remarks")
    need = models.ForeignKey(Need, null=True, blank=True, on_delete=models.PROTECT, related_name="remarks")
    participant = models.ForeignKey(Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="remarks")
    enterprise = models.ForeignKey("conglomerates.Enterprise", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True, default="")  # as said, by who did not come
    text = models.CharField(max_length=REMARK_LENGTH)
    way = models.CharField(max_length=8, choices=REMARK_WAYS, default="phone")

    objects = RemarkQuerySet.as_manager()
    said = _("made a remark on the result")
    erasable = ("text", "name")


class RemarkAnswered(Fact):
    """The newest counts."""

    remark = models.ForeignKey(Remark, on_delete=models.PROTECT, related_name="answers")
    kind = models.CharField(max_length=14, choices=ANSWERS)
    text = models.CharField(max_length=500)

    objects = SaidQuerySet.as_manager()
    said = _("answered a remark")


class AnswerDisputed(Fact):
    """The author of a card or of a remark says: nobody answered me. Taken back by voiding it."""

    card = models.ForeignKey(Card, null=True, blank=True, on_delete=models.PROTECT, related_name="disputes")
    remark = models.ForeignKey(Remark, null=True, blank=True, on_delete=models.PROTECT, related_name="disputes")

    objects = SaidQuerySet.as_manager()
    said = _("said that they were not answered")


class NeedsFrozen(Fact):
    """The order stands: the revision that training actions answer to."""

    needs = models.ForeignKey(Needs, on_delete=models.PROTECT, related_name="freezings")
    number = models.PositiveIntegerField()

    objects = SaidQuerySet.as_manager()
    said = _("froze the order of the needs")
