"""Who decides: the owner, and the partners that accepted to decide."""

from typing import Any

from milpa.people.models import Institution
from milpa.programmes.models import Partner, Programme


def deciding(programme: Programme) -> list[Institution]:
    """The owner first, then the partners in the order in which they were invited. Two queries."""
    invited = Partner.objects.accepted().filter(programme=programme, decides=True).order_by("recorded_at").values_list("invited", flat=True)
    found = Institution.objects.in_bulk([programme.institution_id, *invited])
    return [found[id] for id in dict.fromkeys([programme.institution_id, *invited])]


def decides(person: Any, programme: Programme) -> bool:
    return any(side.id == person.institution_id for side in deciding(programme))
