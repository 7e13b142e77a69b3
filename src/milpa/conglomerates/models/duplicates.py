"""Enterprises that may be one: proposed by the rules, decided by a person, and the decision can be taken back."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact
from milpa.programmes.models import Programme


class PairQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "conglomerates.edit_register") -> "PairQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))

    def undecided(self) -> "PairQuerySet":
        """Nobody said yet, and neither was joined into another."""
        judged = DuplicateJudged.objects.filter(one=OuterRef("one"), other=OuterRef("other"), voided_by=None)
        return self.filter(~Exists(judged), one__joined_into=None, other__joined_into=None)


class DuplicatePair(models.Model):
    """Derived: two enterprises that look alike, with what speaks for it. `one` has the lower id."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    one = models.ForeignKey("conglomerates.Enterprise", on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey("conglomerates.Enterprise", on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()
    reasons = models.JSONField(default=list)  # codes of rules.duplicates

    objects = PairQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="a_pair_is_proposed_once")]
        indexes = [models.Index(fields=["programme", "-score"])]


class DuplicateJudged(Fact):
    """A person's word about a pair; the newest counts. `kept` is the one that goes on, where they are the same."""

    one = models.ForeignKey("conglomerates.Enterprise", on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("conglomerates.Enterprise", on_delete=models.PROTECT, related_name="+")
    kept = models.ForeignKey("conglomerates.Enterprise", null=True, on_delete=models.PROTECT, related_name="+")

    said = _("said whether two enterprises are the same")

    class Meta(Fact.Meta):
        indexes = [models.Index(fields=["one", "other"]), models.Index(fields=["institution", "recorded_at"])]
