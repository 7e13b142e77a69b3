"""Which months of the stream are over, and which numbers each of them has. A month is that of the stored time, in UTC."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from milpa.ledger import clock
from milpa.records.edges import places
from milpa.records.models import Statement
from milpa.records.store.counting import Numbers


@dataclass(frozen=True, slots=True)
class Month:
    """`low` < number <= `high`."""

    name: str  # 2026-10
    low: int
    high: int


def closed() -> list[Month]:
    """Every month that is over and in which something was stored."""
    first = Statement.objects.order_by("arrived").values_list("recorded_at", flat=True).first()
    if first is None:
        return []
    starts = [_start(first)]
    while starts[-1] < _start(clock.now()):
        starts.append(_following(starts[-1]))
    numbers = places([_before(start) for start in starts], Numbers.read().arrived)
    months = zip(starts, numbers, numbers[1:], strict=False)
    return [Month(f"{start:%Y-%m}", low, high) for start, low, high in months if high > low]


def _start(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _following(start: datetime) -> datetime:
    return start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)


def _before(start: datetime) -> datetime:
    """The last moment that does not belong to the month."""
    return start - timedelta(microseconds=1)
