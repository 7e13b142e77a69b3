"""How often a browser asked for a place by the public page: working state that is thrown away after an hour."""

from django.db import models


class AskTry(models.Model):
    code = models.CharField(max_length=8)  # of the edition
    browser = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["code", "at"])]
