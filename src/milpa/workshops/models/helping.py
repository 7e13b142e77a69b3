"""Helpers: people whom whoever facilitates lets in to type cards, to moderate, to type slips. They need no account."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Closable
from milpa.workshops.models.said import SaidInWorkshop, SaidQuerySet


class HelperAsked(Closable, SaidInWorkshop):
    """A place for one helper; taken once. Voided, nobody can take it any more."""

    name = models.CharField(max_length=60, blank=True, default="")  # for whom it is meant

    said = _("asked somebody to help in a workshop")
    erasable = ("name",)


class HelperQuerySet(SaidQuerySet):
    def helping(self, person: Any, workshop: Any) -> "HelperQuerySet":
        return self.standing().filter(person=person, workshop=workshop, asked__voided_by=None)


class HelperCame(SaidInWorkshop):
    """Somebody took the place. Voided, they help no more; what they typed stays."""

    closes = "asked"
    asked = models.ForeignKey(HelperAsked, on_delete=models.PROTECT, related_name="takings")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="helped")
    name = models.CharField(max_length=60)

    objects = HelperQuerySet.as_manager()
    said = _("began to help in a workshop")
    erasable = ("name",)
