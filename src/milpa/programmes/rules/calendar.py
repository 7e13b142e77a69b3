"""What is due by when: dates in order, each with how near it is."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Nearness(StrEnum):
    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"  # within seven days
    LATER = "later"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Due:
    id: Hashable
    on: date | None


def nearness(on: date | None, today: date) -> Nearness:
    if on is None:
        return Nearness.UNDATED
    if on <= today:
        return Nearness.TODAY if on == today else Nearness.OVERDUE
    return Nearness.THIS_WEEK if on <= today + timedelta(days=7) else Nearness.LATER


def in_order(dues: Iterable[Due], today: date) -> list[tuple[Due, Nearness]]:
    """The earliest first, so what is overdue longest leads; what has no date comes last, in the order given."""
    return [(due, nearness(due.on, today)) for due in sorted(dues, key=lambda due: due.on or date.max)]
