"""The timer of the activity under way: working state, not a fact."""

from django.db import models

from milpa.workshops.models.workshop import Activity, Workshop


class Timer(models.Model):
    """Runs until `ends_at`; stopped, `left` says how many seconds it had."""

    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="timer")
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="+")
    ends_at = models.DateTimeField(null=True)
    left = models.PositiveIntegerField(null=True)


class HandoverTry(models.Model):
    """Working state: a wrong number for going on with another phone, or for helping, from a browser. Kept a day."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="+")
    browser = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["workshop", "browser"])]
