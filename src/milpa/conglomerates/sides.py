"""Who decides: the owner, and the partners that accepted to decide."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from milpa.people.models import Institution
from milpa.programmes.models import Partner, Programme


def deciding(programme: Programme) -> list[Institution]:
    """The owner first, then the partners in the order in which they were invited. One query."""
    accepted = Partner.objects.accepted().filter(programme=programme, decides=True)
    invited_at = accepted.filter(invited=OuterRef("id")).order_by("recorded_at").values("recorded_at")[:1]
    sides = Institution.objects.filter(Q(id=programme.institution_id) | Q(id__in=accepted.values("invited"))).annotate(
        invited_at=Subquery(invited_at)
    )
    return sorted(sides, key=lambda side: (side.id != programme.institution_id, side.invited_at or datetime.min.replace(tzinfo=UTC)))


def decides(person: Any, programme: Programme) -> bool:
    return any(side.id == person.institution_id for side in deciding(programme))
