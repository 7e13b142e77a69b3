"""Their own word, at the end of a phase: did what they said change anything? Asked of the liaison and of five enterprises drawn by lot."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact, FactQuerySet
from milpa.programmes.models import Programme

WORDS = [("nothing", _("nothing")), ("some", _("something")), ("much", _("a lot"))]


class OwnWordQuerySet(FactQuerySet):
    def standing(self) -> "OwnWordQuerySet":
        return self.filter(voided_by=None)


class OwnWordAskedQuerySet(OwnWordQuerySet):
    def open_to(self, person: Any, verb: str = "results.see") -> "OwnWordAskedQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))


class OwnWordAsked(Fact):
    """One round a phase. `enterprises`: the ids that the lot drew among those invited, so that they stay the same."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="words_asked")
    phase = models.SlugField(max_length=40)
    enterprises = models.JSONField(default=list)

    objects = OwnWordAskedQuerySet.as_manager()
    said = _("asked whether what they said changed anything")


class OwnWord(Fact):
    """`enterprise` empty: the liaison's. The newest of each counts. `person`: whose word it is; `by` typed it."""

    asked = models.ForeignKey(OwnWordAsked, on_delete=models.PROTECT, related_name="words")
    enterprise = models.ForeignKey("conglomerates.Enterprise", null=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    word = models.CharField(max_length=8, choices=WORDS)
    because = models.TextField(blank=True, default="")

    objects = OwnWordQuerySet.as_manager()
    said = _("said whether what they said changed anything")
    erasable = ("because",)

    class Meta(Fact.Meta):
        indexes = [models.Index(fields=["asked"]), models.Index(fields=["institution", "recorded_at"])]
