"""A counterpart's mandate as pages and evidence read it: what it lacks, its document, whom one may choose."""

from collections.abc import Sequence
from typing import Any

from milpa.conglomerates.models import CounterpartAppointed
from milpa.ledger import clock
from milpa.people.models import Institution, Person
from milpa.programmes.models import Partner, Programme
from milpa.programmes.said import Said, said
from milpa.web.models import StoredFile


def lacks(counterpart: CounterpartAppointed | None) -> list[Said]:
    """What the guide still asks of it: a mandate or minutes, a term that is not over, a liaison, a deputy. Empty: it is complete."""
    if counterpart is None:
        return [said("No counterpart is appointed yet")]
    missing = []
    if not counterpart.mandate and not counterpart.mandate_note.strip():
        missing.append(said("the mandate or the assembly's minutes"))
    if counterpart.until is not None and counterpart.until < clock.now().date():
        missing.append(said("the board's term ended on {day}", day=counterpart.until))
    if counterpart.liaison_id is None:
        missing.append(said("a liaison"))
    if counterpart.deputy_id is None:
        missing.append(said("a deputy"))
    return missing


def document_of(counterpart: CounterpartAppointed | None) -> StoredFile | None:
    return StoredFile.objects.filter(id=counterpart.mandate).first() if counterpart and counterpart.mandate else None


def earlier(programme: Programme, counterpart: CounterpartAppointed | None) -> list[dict[str, Any]]:
    """Mandates that ended, the last first, each with why."""
    rows = CounterpartAppointed.objects.filter(programme=programme, voided_by=None).exclude(closed_by=None)
    found = rows.select_related("body").prefetch_related("endings").in_order().reverse()
    return [{"body": one.body.name, "from": one.recorded_at, "why": [ending.why for ending in one.endings.all()]} for one in found[:10]]


def bodies(programme: Programme) -> list[Institution]:
    """The partners that accepted to speak for the conglomerate."""
    speaking = Partner.objects.accepted().filter(programme=programme, speaks=True).values("invited")
    return list(Institution.objects.filter(id__in=speaking).order_by("name"))


def people_of(some: Sequence[Institution]) -> list[Person]:
    return list(Person.objects.filter(institution__in=some, erased_at=None).exclude(name="").order_by("name", "id")[:200])
