"""Photographed cards whose text nobody has typed yet: how many there are, and the list of them with their pictures."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import ngettext

from milpa.web.models import StoredFile
from milpa.web.uploads import reading
from milpa.workshops.models import CardPhotographed, Workshop
from milpa.workshops.models.photographed import CARDS

NOTHING_TYPED: dict[str, Any] = {"of": None, "read_form": None, "aside_form": None}  # of its page, where no form came back


@dataclass(frozen=True, slots=True)
class ToRead:
    photograph: CardPhotographed
    picture: StoredFile


def with_to_read(workshops: QuerySet[Workshop]) -> QuerySet[Workshop]:
    """Each with how many photographs wait, so that a page does not ask for it again."""
    waiting = CardPhotographed.objects.standing().filter(workshop=OuterRef("pk"), closed_by=None).order_by().values("workshop")
    n = Subquery(waiting.annotate(n=Count("id")).values("n"), output_field=IntegerField())
    found: Any = workshops.annotate(to_read_n=Coalesce(n, 0))
    return found


def to_read_n(workshop: Workshop) -> int:
    """One query, or none where the workshop was read `with_to_read`."""
    if hasattr(workshop, "to_read_n"):
        return int(workshop.to_read_n)
    return int(CardPhotographed.objects.to_be_read(workshop).count())


def to_read_words(workshop: Workshop) -> str:
    """Empty where none waits."""
    n = to_read_n(workshop)
    return ngettext("{n} photographed card is to be read", "{n} photographed cards are to be read", n).format(n=n) if n else ""


def to_read(workshop: Workshop) -> list[ToRead]:
    """The first that came first. Two queries."""
    rows = list(CardPhotographed.objects.to_be_read(workshop).select_related("participant", "by").in_order())
    pictures = reading.of(CARDS, [row.id for row in rows])
    return [ToRead(row, pictures[row.id][0]) for row in rows if pictures[row.id]]
