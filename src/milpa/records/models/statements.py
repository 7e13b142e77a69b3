"""The stream of what learners do, and the rollups that follow from it. A database of its own: no foreign key leads out of it."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Stored


class Statement(Stored):
    """An xAPI statement. Persons, enrolments and institutions are plain ids; names are resolved when shown.

    `said_at` is its timestamp, `recorded_at` its stored time; `content` are its bytes as accepted.
    """

    id = models.UUIDField(primary_key=True, editable=False)  # the standard's ids: any UUID, made by the client
    arrived = models.BigIntegerField(null=True, unique=True)  # the counter of this database
    institution = models.UUIDField()
    actor = models.CharField(max_length=200)  # account name: the person's opaque id
    verb = models.CharField(max_length=300)
    activity = models.CharField(max_length=300)
    registration = models.UUIDField(null=True)  # the enrolment
    success = models.BooleanField(null=True)
    completion = models.BooleanField(null=True)
    scaled = models.FloatField(null=True)
    content = models.BinaryField()
    voided_by = models.UUIDField(null=True, editable=False)

    said: ClassVar[Any] = _("learnt something")

    class Meta:
        indexes = [
            models.Index(fields=["actor", "arrived"]),
            models.Index(fields=["activity", "arrived"]),
            models.Index(fields=["verb", "arrived"]),
            models.Index(fields=["registration", "arrived"]),
        ]


class Counter(models.Model):
    """One row: what the last statement was numbered, and when it was stored."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    arrived = models.BigIntegerField(default=0)
    last_recorded_at = models.DateTimeField(null=True)


class Progress(models.Model):
    """Rollup: what one registration (an enrolment) did with one activity, after all its statements."""

    registration = models.UUIDField()
    activity = models.CharField(max_length=300)
    actor = models.CharField(max_length=200)
    institution = models.UUIDField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True)
    passed_at = models.DateTimeField(null=True)
    best = models.FloatField(null=True)  # scaled, -1 to 1
    statements = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["registration", "activity"], name="one_progress_an_activity")]
        indexes = [models.Index(fields=["activity"]), models.Index(fields=["actor"])]
