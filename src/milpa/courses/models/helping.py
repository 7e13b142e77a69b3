"""A learner asks for help in a lesson, and who teaches answers."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from milpa.courses.models.enrolment import Enrolment
from milpa.ledger.models.stored import Fact, FactQuerySet
from milpa.programmes.models import Programme


class HelpAskedQuerySet(FactQuerySet):
    def open_to(self, person: Any, verb: str = "courses.teach") -> "HelpAskedQuerySet":
        return self.filter(enrolment__edition__programme__in=Programme.objects.open_to(person, verb))

    def to_answer(self) -> "HelpAskedQuerySet":
        """Without an answer so far, of people who did not leave; the oldest first."""
        answered = HelpGiven.objects.filter(asked=OuterRef("pk"), voided_by=None)
        found: HelpAskedQuerySet = self.filter(~Exists(answered), voided_by=None, enrolment__closed_by=None).in_order()
        return found


class HelpAsked(Fact):
    """A question about a lesson, in the learner's words."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="help_asked")
    lesson = models.UUIDField()  # of the course; it may have gone since
    text = models.TextField(blank=True, default="")

    objects = HelpAskedQuerySet.as_manager()
    said = _("asked for help in a lesson")
    erasable = ("text",)

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["enrolment"])]


class HelpGiven(Fact):
    """The answer; what was answered before it stays readable."""

    asked = models.ForeignKey(HelpAsked, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField(blank=True, default="")

    said = _("answered a question about a lesson")
    erasable = ("text",)

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["asked"])]
