"""Lines for what is neither fact nor document: changes to persons, accounts, settings of a node."""

from django.db import models


class AuditLine(models.Model):
    at = models.DateTimeField()
    by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    institution = models.ForeignKey("people.Institution", null=True, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=80)  # "people.pin_reset"
    kind = models.CharField(max_length=80, blank=True, default="")
    about = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["institution", "at"])]
