"""When the order of needs may be frozen: the result was published, seven days are over, every remark was answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

OPEN_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Remark:
    id: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Freezing:
    """`missing`: not_published, days_not_over, remarks_unanswered."""

    may_freeze: bool
    missing: tuple[str, ...]
    closes_at: datetime | None  # until then remarks are taken
    answered: int
    remarks: int
    unanswered: tuple[str, ...]


def freezing(published_at: datetime | None, remarks: Sequence[Remark], now: datetime) -> Freezing:
    """What stands between the result and its freezing. Remarks withdrawn are left out by who calls."""
    closes_at = published_at + OPEN_FOR if published_at else None
    unanswered = tuple(remark.id for remark in remarks if not remark.answered)
    missing = []
    if closes_at is None:
        missing.append("not_published")
    elif now < closes_at:
        missing.append("days_not_over")
    if unanswered:
        missing.append("remarks_unanswered")
    return Freezing(not missing, tuple(missing), closes_at, len(remarks) - len(unanswered), len(remarks), unanswered)
