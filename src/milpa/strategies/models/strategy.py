"""The strategy: one a programme, a document whose sections follow the outline of the programme's guide."""

from typing import Any

from django.db import models

from milpa.conglomerates.models import Post
from milpa.guide.texts import Text
from milpa.ledger.models.documents import Document
from milpa.people.roles import STAFF
from milpa.people.standing import roles_of
from milpa.programmes.models import Programme


class StrategyQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "strategies.see") -> "StrategyQuerySet":
        """Staff as their table says; an owner or worker the strategy of the programme in whose register their enterprise is."""
        mine = self.filter(programme__in=Programme.objects.open_to(person, verb))
        if person is not None and not roles_of(person) & STAFF:
            mine = mine.filter(programme__in=Post.objects.standing().filter(person=person).values("enterprise__programme"))
        return mine


class Strategy(Document):
    """What is quoted from elsewhere is copied into it at saving: the needs with the revision that was frozen, the register's figures."""

    programme = models.OneToOneField(Programme, on_delete=models.PROTECT, related_name="strategy")
    title = models.CharField(max_length=200)
    currency = models.CharField(max_length=3, default="GTQ")  # ISO 4217; all its amounts are in it
    needs_revision = models.PositiveIntegerField(default=0)  # of the needs as they are quoted; 0 = none were frozen yet
    enterprises = models.PositiveIntegerField(null=True, blank=True)  # in the register, on that day
    led_by_women = models.PositiveIntegerField(null=True, blank=True)
    counted_on = models.DateField(null=True, blank=True)

    CONTENT = "milpa.strategies.content"
    objects = StrategyQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title


class Section(models.Model):
    """A part of the text. `slug` and `title` ({"es", "en"}) come from the outline."""

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="sections")
    slug = models.SlugField(max_length=40)
    place = models.PositiveSmallIntegerField()
    title = models.JSONField(default=dict)
    text = models.TextField(blank=True, default="")  # Markdown

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["strategy", "slug"], name="one_section_a_slug")]

    def __str__(self) -> str:
        return str(Text(self.title))
