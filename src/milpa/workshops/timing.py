"""How much time the activity under way still has: read for a page, and told to the screens as state."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from milpa.ledger import clock
from milpa.workshops.models import Timer, Workshop


@dataclass(frozen=True, slots=True)
class Clock:
    """`ends_at` while it runs; `left`, in seconds, while it is stopped."""

    ends_at: datetime | None
    left: int | None

    @property
    def state(self) -> dict[str, Any]:
        """As the live channel tells it: milliseconds of the server's clock, since a phone's may be years off."""
        return {"ends": milliseconds(self.ends_at) if self.ends_at else None, "left": self.left}

    @property
    def runs(self) -> bool:
        return self.ends_at is not None

    @property
    def minutes_left(self) -> int:
        """Of a stopped one, begun minutes counted whole."""
        return -(-(self.left or 0) // 60)


def clock_of(workshop: Workshop) -> Clock | None:
    """One query, or none where the workshop was read with its timer. None where no time was set."""
    try:
        row = workshop.timer
    except Timer.DoesNotExist:
        return None
    return Clock(row.ends_at, row.left)


def milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def now_milliseconds() -> int:
    """The server's clock, for a page that counts down."""
    return milliseconds(clock.now())


def until(seconds: int) -> datetime:
    return clock.now() + timedelta(seconds=seconds)
