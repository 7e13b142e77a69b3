"""The methodological guide is data: phases, steps, instruments, evidence, gates."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from milpa.guide.texts import Text
from milpa.ledger.models.documents import Document
from milpa.ledger.models.stored import Fact, FactQuerySet
from milpa.people.standing import relations


class GuideQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "guide.read") -> "GuideQuerySet":
        """The guides of one's own institution; to read them, also the base guide and those that one's own were adapted from."""
        if "host" not in relations(person, verb):
            return self.none()
        mine = Q(institution=person.institution_id)
        if verb == "guide.read":
            origins = GuideEdition.objects.filter(adaptations__institution=person.institution_id)
            mine |= Q(adapted_from=None) | Q(id__in=origins.values("guide"))
        return self.filter(mine)


class Guide(Document):
    """One institution's guide. `adapted_from` is the edition that it grew from. Texts are {"es": ..., "en": ...}."""

    title = models.JSONField(default=dict)
    subtitle = models.JSONField(default=dict)
    principle = models.JSONField(default=dict)
    instruments = models.JSONField(default=dict)  # id -> what it asks for, as in the file
    instrument_titles = models.JSONField(default=dict)
    roles = models.JSONField(default=dict)
    adapted_from = models.ForeignKey("guide.GuideEdition", null=True, on_delete=models.PROTECT, related_name="adaptations")

    CONTENT = "milpa.guide.content"
    objects = GuideQuerySet.as_manager()

    def __str__(self) -> str:
        return str(Text(self.title))


class Phase(models.Model):
    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="phases")
    place = models.PositiveSmallIntegerField()
    slug = models.SlugField(max_length=40)
    title = models.JSONField(default=dict)
    question = models.JSONField(default=dict)
    gate_sentence = models.JSONField(default=dict)
    gate_needs = models.JSONField(default=list)  # slugs of the steps it counts
    gate_informs = models.JSONField(default=list)  # slugs of the steps it shows without counting

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["guide", "slug"], name="one_phase_a_slug")]

    def __str__(self) -> str:
        return str(Text(self.title))


class Step(models.Model):
    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="steps")
    place = models.PositiveSmallIntegerField()
    slug = models.SlugField(max_length=40)
    source = models.CharField(max_length=12, default="practice")  # "case": named in the 2011 account; "practice"; "own": added by its owner
    title = models.JSONField(default=dict)
    purpose = models.JSONField(default=dict)
    who = models.JSONField(default=list)
    activities = models.JSONField(default=list)
    instruments = models.JSONField(default=list)
    evidence = models.JSONField(default=list)

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return str(Text(self.title))


class GuideEditionQuerySet(FactQuerySet):
    def open_to(self, person: Any, verb: str = "guide.read") -> "GuideEditionQuerySet":
        return self.filter(voided_by=None, guide__in=Guide.objects.open_to(person, verb))

    def newest_first(self) -> "GuideEditionQuerySet":
        return self.order_by("guide", "-number")


class GuideEdition(Fact):
    """A numbered, frozen state of a guide: a revision that programmes work with."""

    guide = models.ForeignKey(Guide, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()  # the edition's own number, from 1
    revision = models.PositiveIntegerField()
    notes = models.TextField(blank=True, default="")

    objects = GuideEditionQuerySet.as_manager()
    said = _("published an edition of the guide")
