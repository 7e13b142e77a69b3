"""The report of a programme: written, its figures copied into it, frozen by being sent."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.documents import Document
from milpa.ledger.models.stored import Fact, FactQuerySet
from milpa.programmes.models import Programme


class ReportQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "results.see") -> "ReportQuerySet":
        """The owner's people read all of them; a partner those that were sent to its institution."""
        open = self.filter(programme__in=Programme.objects.open_to(person, verb))
        if verb != "results.see":
            return open
        sent = ReportSent.objects.filter(to=person.institution_id, voided_by=None).values("report")
        return open.filter(Q(institution=person.institution_id) | Q(id__in=sent))


class Report(Document):
    """What its people write; `figures` are copied when they are taken, with the day, so that a report never changes under its reader."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="reports")
    title = models.CharField(max_length=200)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    due_on = models.DateField(null=True)
    done = models.TextField(blank=True, default="")  # what was done
    learnt = models.TextField(blank=True, default="")  # what was learnt, what did not go as planned
    coming = models.TextField(blank=True, default="")  # what comes next
    figures = models.JSONField(default=list)  # `telling.Figure` as plain values
    taken_at = models.DateTimeField(null=True)

    CONTENT = "milpa.results.content.report"
    objects = ReportQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["programme", "id"])]

    def __str__(self) -> str:
        return self.title


class ReportSentQuerySet(FactQuerySet):
    def standing(self) -> "ReportSentQuerySet":
        return self.filter(voided_by=None)


class ReportSent(Fact):
    """Revision `number` went to one institution: that revision is frozen, whatever is written later."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="sendings")
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    to = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")

    objects = ReportSentQuerySet.as_manager()
    said = _("sent a report")

    class Meta(Fact.Meta):
        indexes = [models.Index(fields=["report"]), models.Index(fields=["institution", "recorded_at"])]
