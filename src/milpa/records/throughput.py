"""How much came in during the last hour: statements of an institution, five minutes at a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from django.db import connections

from milpa.ledger import clock
from milpa.ledger.router import RECORDS
from milpa.records.edges import places
from milpa.records.models import Statement, Term
from milpa.records.rules import found
from milpa.records.store.counting import Numbers

STEP = timedelta(minutes=5)
STEPS = 12

COUNTED = (
    "SELECT {place} AS place, count(*) FROM records_posting "
    "WHERE term = %s AND related = 0 AND source = arrived AND arrived > %s AND arrived <= %s"
)


@dataclass(frozen=True, slots=True)
class Interval:
    begins: datetime
    statements: int


@dataclass(frozen=True, slots=True)
class Hour:
    """`lag`: statements of all institutions that are stored and cannot be found by everything yet."""

    intervals: list[Interval]
    last: datetime | None
    lag: int

    @property
    def statements(self) -> int:
        return sum(one.statements for one in self.intervals)


def hour(institution: UUID) -> Hour:
    """Five queries, however much came in."""
    numbers = Numbers.read()
    begins = clock.now() - STEP * STEPS
    edges = [begins + STEP * place for place in range(STEPS + 1)]
    term = Term.objects.filter(institution=institution, kind=found.ANY, value="").values_list("id", flat=True).first()
    counts = _counted(term, places(edges, numbers.arrived)) if term else [0] * STEPS
    return Hour([Interval(edge, n) for edge, n in zip(edges, counts, strict=False)], _last(term), numbers.lag)


def _counted(term: int, places: list[int]) -> list[int]:
    between = list(pairwise(places))
    sql = " UNION ALL ".join(COUNTED.format(place=place) for place in range(len(between))) + " ORDER BY place"
    with connections[RECORDS].cursor() as cursor:
        cursor.execute(sql, [value for low, high in between for value in (term, low, high)])
        return [row[1] for row in cursor.fetchall()]


def _last(term: int | None) -> datetime | None:
    """When the newest came in."""
    if term is None:
        return None
    with connections[RECORDS].cursor() as cursor:
        cursor.execute("SELECT max(arrived) FROM records_posting WHERE term = %s AND related = 0", [term])
        newest = cursor.fetchone()[0]
    return Statement.objects.filter(arrived=newest).values_list("recorded_at", flat=True).first()
