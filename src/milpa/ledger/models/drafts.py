"""What is being typed: one draft per person and form shown; never a revision."""

from django.db import models


class Draft(models.Model):
    id = models.UUIDField(primary_key=True)  # made when the form was shown
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=160)  # "strategies.section:<uuid>"
    begun_on = models.PositiveIntegerField(default=0)  # the revision the form was opened on
    fields = models.JSONField(default=dict)
    device = models.CharField(max_length=64, blank=True, default="")
    kept_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "what", "kept_at"])]
