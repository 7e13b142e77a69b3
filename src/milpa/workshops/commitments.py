"""What each one promised, by when, and whether it was kept."""

from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from milpa.web import formats
from milpa.workshops.models import Commitment, CommitmentKept, Workshop


def commitments(workshop: Workshop) -> list[dict[str, Any]]:
    """As they were read aloud. `kept`: in words, None while nobody said so. One query."""
    keepings = CommitmentKept.objects.standing().filter(commitment=OuterRef("pk")).order_by("recorded_at", "id")
    found = Commitment.objects.standing().filter(workshop=workshop).in_order()
    rows = found.annotate(kept_at=Subquery(keepings.values("recorded_at")[:1]), kept_how=Subquery(keepings.values("how")[:1]))
    return [_row(row) for row in rows]


def _row(row: Any) -> dict[str, Any]:
    who = f"{row.who} ({row.get_side_display()})"
    return {"id": row.id, "who": who, "what": row.text, "by_when": formats.day(row.until) or None, "kept": _kept(row)}


def _kept(row: Any) -> str | None:
    if row.kept_at is None:
        return None
    day = formats.day(row.kept_at)
    return _("kept, {day}: {how}").format(day=day, how=row.kept_how) if row.kept_how else _("kept, {day}").format(day=day)
