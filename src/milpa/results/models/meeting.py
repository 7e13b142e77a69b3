"""The meeting that gives the results back, and which enterprises were there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact, FactQuerySet


class MeetingQuerySet(FactQuerySet):
    def standing(self) -> "MeetingQuerySet":
        return self.filter(voided_by=None)


class MeetingHeld(Fact):
    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="meetings")
    on = models.DateField()
    place = models.CharField(max_length=160, blank=True, default="")
    people = models.PositiveIntegerField(null=True)
    board_came = models.BooleanField(default=False)  # somebody of the counterpart's board was there
    notes = models.TextField(blank=True, default="")  # what was said and agreed

    objects = MeetingQuerySet.as_manager()
    said = _("put on record a meeting that gave results back")
    erasable = ("notes",)


class MeetingAttended(Fact):
    meeting = models.ForeignKey(MeetingHeld, on_delete=models.PROTECT, related_name="attendances")
    enterprise = models.ForeignKey("conglomerates.Enterprise", on_delete=models.PROTECT, related_name="+")

    objects = MeetingQuerySet.as_manager()
    said = _("noted which enterprise came to a meeting")
