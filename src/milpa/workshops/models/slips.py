"""Votes on paper slips: who took one, what two people read on it, and that it went into the box."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.workshops.models.room import Participant
from milpa.workshops.models.said import SaidInWorkshop
from milpa.workshops.models.voting import Vote


class SlipGiven(SaidInWorkshop):
    """Somebody votes on paper: they vote no other way. Which slip they took is not recorded. Voided, they gave it back."""

    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="slips_given")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")

    said = _("gave a ballot slip out")


class SlipTyping(models.Model):
    """What one person read on a slip: working state, gone once the slip is in the box, so that no row tells what a slip said."""

    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="typings")
    number = models.PositiveSmallIntegerField()
    typist = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    marks = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "number", "typist"], name="a_slip_once_a_typist")]


class SlipCounted(SaidInWorkshop):
    """A slip went into the box: both readings agreed, or they differed and somebody settled it, saying why. Not what it said."""

    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="slips_counted")
    number = models.PositiveSmallIntegerField()
    typed_by = models.JSONField(default=list)  # ids of those who typed it
    why = models.CharField(max_length=300, blank=True, default="")  # where the readings differed

    said = _("put a ballot slip into the box")


class SlipLeftOut(SaidInWorkshop):
    """A slip that is not counted, and why: torn, spoilt, given back empty."""

    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="slips_left_out")
    number = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=300)

    said = _("left a ballot slip out")
