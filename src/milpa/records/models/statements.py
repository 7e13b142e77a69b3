"""The stream of what learners do, and the rollup of progress that follows from it."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Stored


class Statement(Stored):
    """An xAPI statement. Persons, enrolments and institutions are plain ids; names are resolved when shown.

    `said_at` is its timestamp, `recorded_at` its stored time, `content` the JSON that is answered. It is found by `Known` and by
    `Posting`: a row that is never looked up by its own columns needs no index but its number.
    """

    arrived = models.BigAutoField(primary_key=True)  # the counter of this database, given by the writer
    id = models.UUIDField(editable=False)  # the standard's ids: any UUID, made by the client; `Known` keeps it single
    institution = models.UUIDField()
    content = models.BinaryField()
    voided_by = models.UUIDField(null=True, editable=False)

    said: ClassVar[Any] = _("learnt something")
    derived = ("voided_by",)


class Counter(models.Model):
    """One row: what the last statement was numbered and when it was stored, and up to which number the postings reach."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    arrived = models.BigIntegerField(default=0)
    last_recorded_at = models.DateTimeField(null=True)
    indexed = models.BigIntegerField(default=0)
    indexed_at = models.DateTimeField(null=True)  # the stored time of statement `indexed`


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
