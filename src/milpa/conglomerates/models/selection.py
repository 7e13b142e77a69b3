"""Choosing the conglomerate: candidates, criteria, values, each partner's weights, the decision."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.guide.editions import Text
from milpa.ledger.ids import uuid7
from milpa.ledger.models.documents import Document
from milpa.ledger.models.stored import Fact
from milpa.programmes.models import Programme

GAPS = [("", _("not said yet")), ("leave_out", _("leave the criterion out for all")), ("worst", _("take the worst value"))]
SCOPES = [("sector", _("of the sector as a whole")), ("conglomerate", _("of the conglomerate itself"))]


class SelectionQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "conglomerates.see") -> "SelectionQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))


class Selection(Document):
    """One a programme. With a decision, the ranking of that moment is copied into it, and its signatures cover that."""

    programme = models.OneToOneField(Programme, on_delete=models.PROTECT, related_name="selection")
    gaps = models.CharField(max_length=10, choices=GAPS, blank=True, default="")  # one treatment for the whole selection
    decided = models.ForeignKey("Candidate", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reasons = models.TextField(blank=True, default="")
    ranking_then = models.JSONField(default=list)  # [{"candidate", "rank", "total"}] when it was decided

    CONTENT = "milpa.conglomerates.content.selection"
    objects = SelectionQuerySet.as_manager()


class Candidate(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    selection = models.ForeignKey(Selection, on_delete=models.CASCADE, related_name="candidates")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    proposed = models.CharField(max_length=200, blank=True, default="")  # by whom, why

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return self.name


class Criterion(models.Model):
    """Point of view by which candidates are compared. Texts are {"es", "en"}; one typed by people has their language only."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    selection = models.ForeignKey(Selection, on_delete=models.CASCADE, related_name="criteria")
    place = models.PositiveSmallIntegerField()
    title = models.JSONField(default=dict)
    unit = models.JSONField(default=dict)
    why = models.JSONField(default=dict)
    more_is_better = models.BooleanField(default=True)

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return str(Text(self.title))

    @property
    def unit_text(self) -> Text:
        return Text(self.unit)

    @property
    def why_text(self) -> Text:
        return Text(self.why)


class Value(models.Model):
    """What a candidate has in a criterion, or that there is no datum; never a silent zero."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="values")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="values")
    value = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    no_datum = models.BooleanField(default=False)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True, default="")
    scope = models.CharField(max_length=14, choices=SCOPES, blank=True, default="")
    note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["candidate", "criterion"], name="one_value_a_cell")]


class Weighting(Fact):
    """One side's weights in one round; the newest counts. `weights` holds criterion id -> number as typed."""

    selection = models.ForeignKey(Selection, on_delete=models.PROTECT, related_name="weightings")
    side = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField(default=1)
    weights = models.JSONField(default=dict)

    said = _("weighed the criteria")


class WeightsShown(Fact):
    """The round was closed before all had weighed, and why: the weights are shown from then on."""

    selection = models.ForeignKey(Selection, on_delete=models.PROTECT, related_name="shown")
    round = models.PositiveSmallIntegerField()
    why = models.TextField()

    said = _("closed a round of weights")


class RoundAsked(Fact):
    """Another round of weights was asked for, and why. Earlier rounds stay readable."""

    selection = models.ForeignKey(Selection, on_delete=models.PROTECT, related_name="rounds")
    why = models.TextField()

    said = _("asked for another round of weights")
