"""The minutes as a document: what they say is copied into them when they are issued, so that a signature covers exactly that."""

from typing import Any

from django.db import models

from milpa.ledger.models.documents import Document
from milpa.programmes.models import Programme
from milpa.workshops.models.workshop import Workshop


class WorkshopMinutesQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "workshops.see") -> "WorkshopMinutesQuerySet":
        return self.filter(workshop__programme__in=Programme.objects.open_to(person, verb))


class WorkshopMinutes(Document):
    """One a workshop, since its minutes were issued. `copied`: what was counted and said, by `minutes_copied.copied_of`."""

    workshop = models.OneToOneField(Workshop, on_delete=models.PROTECT, related_name="issued_as")
    text = models.TextField(blank=True, default="")  # what whoever facilitates adds
    copied = models.JSONField(default=dict)

    CONTENT = "milpa.workshops.content.minutes"
    objects = WorkshopMinutesQuerySet.as_manager()
