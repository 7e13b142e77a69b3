"""How the strategy is tied to the needs: as it quotes them, which action answers which, and why some have no action."""

from django.db import models

from milpa.strategies.models.action import TrainingAction
from milpa.strategies.models.strategy import Strategy


class QuotedNeed(models.Model):
    """A need as it stood in the frozen order of priorities when the strategy was saved."""

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="quoted")
    need = models.ForeignKey("workshops.Need", on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField(null=True)  # none: training does not solve it
    title = models.CharField(max_length=200)
    votes = models.PositiveIntegerField(null=True)
    by_training = models.BooleanField(null=True)  # whether training solves it
    suits_ict = models.BooleanField(null=True)
    handed_to = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = [models.F("place").asc(nulls_last=True), "title", "id"]
        constraints = [models.UniqueConstraint(fields=["strategy", "need"], name="a_need_is_quoted_once")]


class ActionNeed(models.Model):
    action = models.ForeignKey(TrainingAction, on_delete=models.CASCADE, related_name="answers")
    need = models.ForeignKey("workshops.Need", on_delete=models.PROTECT, related_name="answered_by")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["action", "need"], name="an_action_answers_a_need_once")]


class NeedWithoutAction(models.Model):
    """Why a need has no training action."""

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="reasons")
    need = models.ForeignKey("workshops.Need", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["strategy", "need"], name="one_reason_a_need")]
