"""Who is in the room, and which activity is under way."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Closable
from milpa.workshops.models.said import WAYS, SaidInWorkshop, SaidQuerySet
from milpa.workshops.models.workshop import Activity

POSITIONS = [("owner", _("owner")), ("worker", _("worker")), ("", _("not said"))]


class ParticipantQuerySet(SaidQuerySet):
    def in_workshop(self, workshop: Any) -> "ParticipantQuerySet":
        return self.standing().filter(workshop=workshop)


class Participant(SaidInWorkshop):
    """A person at a workshop, by phone, on paper or by voice. No account is needed: a guest is a Person row of the host."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="workshops")
    name = models.CharField(max_length=60)  # or a nickname, as said at the door
    enterprise = models.ForeignKey("conglomerates.Enterprise", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    enterprise_text = models.CharField(max_length=120, blank=True, default="")
    position = models.CharField(max_length=8, choices=POSITIONS, blank=True, default="")
    way = models.CharField(max_length=8, choices=WAYS, default="phone")

    objects = ParticipantQuerySet.as_manager()
    said = _("joined a workshop")
    erasable = ("name", "enterprise_text")

    class Meta(SaidInWorkshop.Meta):
        indexes = [*SaidInWorkshop.Meta.indexes, models.Index(fields=["person"])]


class OpenedQuerySet(SaidQuerySet):
    def open(self) -> "OpenedQuerySet":
        return self.filter(voided_by=None, closed_by=None)


class ActivityOpened(Closable, SaidInWorkshop):
    """An activity began. Opened again it is the way back: every opening stays on record."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="openings")

    objects = OpenedQuerySet.as_manager()
    said = _("opened an activity")


class ActivityClosed(SaidInWorkshop):
    closes = "opening"
    opening = models.ForeignKey(ActivityOpened, on_delete=models.PROTECT, related_name="closings")

    said = _("closed an activity")


class NamingDecided(SaidInWorkshop):
    """Whether cards carry their author's name, as the group decided; the newest counts. Without a decision they carry none."""

    named = models.BooleanField()
    why = models.CharField(max_length=300, blank=True, default="")

    said = _("decided whether cards carry names")
