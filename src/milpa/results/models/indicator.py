"""What is looked at beside what Milpa computes: indicators that people define, and the readings that somebody reports with a source."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.documents import Document
from milpa.ledger.models.stored import Fact, FactQuerySet
from milpa.programmes.models import Programme
from milpa.web.marks import Mark


class IndicatorQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "results.see") -> "IndicatorQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))


class Indicator(Document):
    """A comparison that gives a value with meaning for its user: what is counted, in which unit, from where to where."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="indicators")
    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=60, blank=True, default="")
    baseline = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    target = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    how = models.TextField(blank=True, default="")  # how it is worked out, by whom it is collected

    CONTENT = "milpa.results.content.indicator"
    objects = IndicatorQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["programme", "name", "id"])]

    def __str__(self) -> str:
        return self.name


class ReadingQuerySet(FactQuerySet):
    def open_to(self, person: Any, verb: str = "results.see") -> "ReadingQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))

    def standing(self) -> "ReadingQuerySet":
        return self.filter(voided_by=None)


class Reading(Fact):
    """A figure that somebody tells, as its source says it: never worked out here, in no chart with what is."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="readings")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="readings")
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    words = models.TextField(blank=True, default="")  # the sentence that has to stand where the figure stands
    language = models.CharField(max_length=8, default="es")  # of the words
    people = models.PositiveIntegerField(null=True)  # how many it rests on; None: the source does not say
    formula = models.CharField(max_length=300, blank=True, default="")  # "" : the source does not say
    on = models.DateField(null=True)  # the day it speaks of
    period = models.CharField(max_length=80, blank=True, default="")  # "November and December 2010", where there is no day
    source = models.TextField()
    link = models.URLField(max_length=500, blank=True, default="")
    file = models.UUIDField(null=True)  # a StoredFile: what shows it
    is_illustrative = models.BooleanField(default=False)

    objects = ReadingQuerySet.as_manager()
    said = _("reported a figure")

    class Meta(Fact.Meta):
        indexes = [models.Index(fields=["programme", "recorded_at"]), models.Index(fields=["institution", "recorded_at"])]

    @property
    def mark(self) -> Mark:
        return Mark.ILLUSTRATIVE if self.is_illustrative else Mark.REPORTED
