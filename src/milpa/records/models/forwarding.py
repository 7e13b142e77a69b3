"""Where statements are passed on to, how far that has come, and what the other side refused."""

from datetime import datetime
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

VERSIONS = [("1.0.3", "xAPI 1.0.3"), ("2.0.0", "xAPI 2.0.0 (IEEE 9274.1.1)")]
MADE_OTHERWISE, PAUSED, WENT_ON, STOPPED = "changed", "paused", "went_on", "stopped"
DONE = [(MADE_OTHERWISE, _("changed it")), (PAUSED, _("paused it")), (WENT_ON, _("let it go on")), (STOPPED, _("stopped it"))]


class Targets(models.QuerySet["ForwardTarget"]):
    def of(self, institution: UUID) -> Self:
        return self.filter(institution=institution, ended_at=None)

    def due(self, moment: datetime) -> Self:
        """Those at work whose pause after a failure is over."""
        return self.filter(Q(next_at=None) | Q(next_at__lte=moment), ended_at=None, paused_at=None)


class ForwardTarget(models.Model):
    """Another record store of the same institution's choice. Its key and secret are encrypted; no page shows them."""

    id = models.UUIDField(primary_key=True)  # made when the form was shown
    institution = models.UUIDField()
    revision = models.PositiveIntegerField(default=1)  # of what its form says, not of how it goes
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=500)  # its endpoint, with the slash at the end
    version = models.CharField(max_length=10, choices=VERSIONS)
    sealed = models.BinaryField()  # key and secret, see forwarding.sealing
    verbs = models.JSONField(default=list)  # IRIs; empty: all
    activities = models.JSONField(default=list)  # beginnings of IRIs; empty: all
    only_own = models.BooleanField(default=False)  # only what this installation's courses wrote
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    position = models.BigIntegerField(default=0)  # `arrived` of the last statement that is done with
    sent = models.BigIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)  # in a row
    error = models.CharField(max_length=40, blank=True, default="")  # a word of forwarding.troubles
    detail = models.CharField(max_length=500, blank=True, default="")  # what the other side or the network said
    error_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField(null=True)  # not before
    queued_at = models.DateTimeField(null=True)  # its task waits or is at work

    objects = Targets.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["institution", "name"], condition=Q(ended_at=None), name="one_target_a_name"),
        ]


class TargetChange(models.Model):
    """What somebody did with a target: appended, never changed. `said`: field -> [before, after]; of a key only that it is new."""

    id = models.UUIDField(primary_key=True)  # made when the form was shown
    target = models.ForeignKey(ForwardTarget, on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(max_length=10, choices=DONE)
    number = models.PositiveIntegerField()  # the target's revision from then on
    said = models.JSONField(default=dict)
    by = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["target", "at"])]


class SetAside(models.Model):
    """A statement that the other side refuses for what it says: it is not sent again, and holds nothing up."""

    target = models.ForeignKey(ForwardTarget, on_delete=models.CASCADE, related_name="set_aside")
    arrived = models.BigIntegerField()
    statement = models.UUIDField()
    status = models.PositiveSmallIntegerField()
    error = models.CharField(max_length=500)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["target", "arrived"], name="set_aside_once")]
