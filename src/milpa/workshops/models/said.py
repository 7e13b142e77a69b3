"""What everything said in a workshop has in common: the workshop, and the order in which it arrived for the screens."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact, FactQuerySet

WAYS = [("phone", _("by phone")), ("paper", _("on paper")), ("voice", _("by voice")), ("link", _("by link"))]


class SaidQuerySet(FactQuerySet):
    def standing(self) -> Any:
        return self.filter(voided_by=None)


class SaidInWorkshop(Fact):
    workshop = models.ForeignKey("workshops.Workshop", on_delete=models.PROTECT, related_name="+")

    objects = SaidQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = True
        indexes = [models.Index(fields=["institution", "recorded_at"]), models.Index(fields=["workshop", "arrived"])]
