"""Who moved which card last: with several people at one wall the last move counts, and everybody sees whose it was."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from milpa.workshops.models import CardPlaced, Workshop
from milpa.workshops.models.cards import ERASED
from milpa.workshops.wall import names_of

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Moved:
    id: UUID
    words: str
    at: datetime


def newest_moves(workshop: Workshop) -> list[Moved]:
    """The last ones, the newest first. Two queries."""
    rows = CardPlaced.objects.standing().filter(workshop=workshop).select_related("by", "card").order_by("-recorded_at", "-id")[:SHOWN]
    found = list(rows)
    names = names_of(workshop) if found else {}
    return [Moved(row.id, in_words(row, names), row.recorded_at) for row in found]


def in_words(row: CardPlaced, names: dict[UUID, str]) -> str:
    who, text = row.by.name if row.by else "", row.card.text or str(ERASED)
    if row.group_id is None:
        return _("{who} took “{card}” out of its group").format(who=who, card=text)
    return _("{who} put “{card}” into “{group}”").format(who=who, card=text, group=names.get(row.group_id, _("a group that is gone")))
