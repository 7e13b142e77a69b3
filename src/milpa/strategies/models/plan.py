"""What the strategy says in rows: objectives, budget, calendar, risks. Revised with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.ids import uuid7
from milpa.strategies.models.action import Answerable, TrainingAction
from milpa.strategies.models.strategy import Strategy

HOW_MUCH = [("low", _("low")), ("medium", _("moderate")), ("high", _("high"))]


class Objective(models.Model):
    """With the sheet of its indicator. The baseline is a figure, or when it will be taken."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="objectives")
    place = models.PositiveSmallIntegerField()
    text = models.TextField()
    indicator = models.CharField(max_length=200, blank=True, default="")
    formula = models.TextField(blank=True, default="")
    unit = models.CharField(max_length=60, blank=True, default="")
    disaggregation = models.CharField(max_length=200, blank=True, default="")
    baseline = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    baseline_when = models.CharField(max_length=200, blank=True, default="")  # why there is none, or when it is taken, in words
    baseline_on = models.DateField(null=True, blank=True)
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    target_says = models.CharField(max_length=200, blank=True, default="")
    source = models.CharField(max_length=200, blank=True, default="")
    frequency = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        ordering = ["place"]


class BudgetLine(models.Model):
    """`action`: the training action it belongs to; none for what all share."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="budget")
    place = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    action = models.ForeignKey(TrainingAction, null=True, blank=True, on_delete=models.SET_NULL, related_name="budget")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    currency = models.CharField(max_length=3, default="GTQ")
    in_kind = models.BooleanField(default=False)

    class Meta:
        ordering = ["place"]


class BudgetShare(models.Model):
    """Who contributes how much to a line: the owner or a partner of the programme, or somebody else by name."""

    line = models.ForeignKey(BudgetLine, on_delete=models.CASCADE, related_name="shares")
    institution = models.ForeignKey("people.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    amount = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        ordering = ["id"]


class CalendarLine(Answerable):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="calendar")
    place = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["starts", "place"]


class Risk(Answerable):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="risks")
    place = models.PositiveSmallIntegerField()
    text = models.TextField()
    likelihood = models.CharField(max_length=6, choices=HOW_MUCH)
    impact = models.CharField(max_length=6, choices=HOW_MUCH)
    what = models.TextField()  # what will be done

    class Meta:
        ordering = ["place"]
