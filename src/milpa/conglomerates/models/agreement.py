"""The letter of understanding: what each side contributes and decides, signed by the owner, the counterpart and whoever else is named."""

from typing import Any

from django.db import models

from milpa.ledger.ids import uuid7
from milpa.ledger.models.documents import Document
from milpa.programmes.models import Programme


class AgreementQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "conglomerates.see") -> "AgreementQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))


class Agreement(Document):
    """One a programme. The counterpart is always a side of it; partners are where they are named."""

    programme = models.OneToOneField(Programme, on_delete=models.PROTECT, related_name="agreement")
    title = models.CharField(max_length=160)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    CONTENT = "milpa.conglomerates.content.agreement"
    objects = AgreementQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title


class AgreementSection(models.Model):
    """One part of the letter; its title is that of `letter.SECTIONS`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="sections")
    slug = models.SlugField(max_length=40)
    place = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["agreement", "slug"], name="one_letter_part_a_slug")]


class AgreementSide(models.Model):
    """A partner that signs the letter besides the owner and the counterpart."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="further_sides")
    side = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "side"], name="a_side_signs_once")]
