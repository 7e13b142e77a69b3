"""What learners did in their own business, and what their instructor said of it."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from milpa.courses.models.enrolment import Enrolment
from milpa.ledger.models.stored import Fact, FactQuerySet
from milpa.programmes.models import Programme


class PracticeSentQuerySet(FactQuerySet):
    def open_to(self, person: Any, verb: str = "courses.teach") -> "PracticeSentQuerySet":
        return self.filter(enrolment__edition__programme__in=Programme.objects.open_to(person, verb))

    def to_comment(self) -> "PracticeSentQuerySet":
        """Without a comment so far, oldest first."""
        commented = PracticeCommented.objects.filter(practice=OuterRef("pk"), voided_by=None)
        found: PracticeSentQuerySet = self.filter(~Exists(commented), voided_by=None).in_order()
        return found


class PracticeSent(Fact):
    """A practice of a unit, in words and perhaps with a photograph. Sent again, both stay."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="practices")
    unit = models.UUIDField()  # of the course; it may have gone since
    text = models.TextField(blank=True, default="")
    photo = models.UUIDField(null=True, blank=True)  # a StoredFile that belongs to this

    objects = PracticeSentQuerySet.as_manager()
    said = _("sent a practice")
    erasable = ("text",)

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["enrolment"])]


class PracticeCommented(Fact):
    """`is_well`: it counts for the certificate; otherwise the person is asked to send it again."""

    practice = models.ForeignKey(PracticeSent, on_delete=models.PROTECT, related_name="comments")
    is_well = models.BooleanField()
    text = models.TextField()

    said = _("commented a practice")
    erasable = ("text",)

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["practice"])]
