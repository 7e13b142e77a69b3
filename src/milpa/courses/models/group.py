"""The groups of an edition, by language or by schedule, and who is in which."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.courses.models.edition import CourseEdition
from milpa.courses.models.enrolment import Enrolment
from milpa.ledger.ids import uuid7
from milpa.ledger.models.stored import Fact, FactQuerySet
from milpa.strategies.models.action import LANGUAGES


class EditionGroup(models.Model):
    """A part of the edition's document. `schedule`: in words ("martes y jueves, 19:00")."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    edition = models.ForeignKey(CourseEdition, on_delete=models.CASCADE, related_name="groups")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    language = models.CharField(max_length=8, choices=LANGUAGES, default="es")
    schedule = models.CharField(max_length=160, blank=True, default="")

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return self.name


class GroupChosenQuerySet(FactQuerySet):
    def newest_first(self) -> "GroupChosenQuerySet":
        found: GroupChosenQuerySet = self.filter(voided_by=None).order_by("-recorded_at", "-id")
        return found


class GroupChosen(Fact):
    """Somebody enrolled is in this group; the newest counts, before what they asked for when they enrolled."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="groups_chosen")
    group = models.UUIDField()  # of the edition; it may have gone since

    objects = GroupChosenQuerySet.as_manager()
    said = _("put a person into a group of the course")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["enrolment"])]
