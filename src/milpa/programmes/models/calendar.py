"""Dates of a programme that no other package knows of: meetings, deadlines."""

from django.db import models

from milpa.programmes.models.programme import Programme


class CalendarEntry(models.Model):
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="entries")
    title = models.CharField(max_length=160)
    on = models.DateField()
    until = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=20, default="meeting")  # "meeting", "deadline", "follow_up", "give_back"
    place = models.CharField(max_length=160, blank=True, default="")

    class Meta:
        ordering = ["on", "id"]
