"""The counterpart: the organisation of the enterprises that owns the process with us."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Closable, Fact, FactQuerySet


class CounterpartQuerySet(FactQuerySet):
    def standing(self) -> "CounterpartQuerySet":
        return self.filter(voided_by=None, closed_by=None)


class CounterpartAppointed(Closable, Fact):
    """`body` speaks for the conglomerate under a written mandate, until its term is over."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="counterparts")
    body = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[("association", _("association")), ("committee", _("committee elected in assembly"))])
    members = models.PositiveIntegerField(null=True)
    territory = models.CharField(max_length=200, blank=True, default="")
    mandate = models.UUIDField(null=True)  # a StoredFile: the mandate, or the assembly's minutes
    mandate_note = models.TextField(blank=True, default="")
    until = models.DateField(null=True)  # end of the board's term
    liaison = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    signatories = models.JSONField(default=list)  # names of those whom the mandate names to sign

    objects = CounterpartQuerySet.as_manager()
    said = _("appointed the counterpart")


class CounterpartEnded(Fact):
    closes = "counterpart"
    counterpart = models.ForeignKey(CounterpartAppointed, on_delete=models.PROTECT, related_name="endings")
    why = models.TextField()

    said = _("ended a counterpart's mandate")
