"""The only source of now. Tests set it; so does the demo while it plays its story."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

BUILT = datetime(2026, 11, 1, tzinfo=UTC)  # raised with each release: no honest clock is before it

_set_to: datetime | None = None


def now() -> datetime:
    return _set_to or datetime.now(UTC)


def today(zone: str = "America/Guatemala") -> date:
    return now().astimezone(ZoneInfo(zone)).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Now is `moment` inside the block. For tests and the demo's story."""
    global _set_to
    before, _set_to = _set_to, moment
    try:
        yield
    finally:
        _set_to = before


def doubt() -> str | None:
    """A sentence when this machine's date cannot be right, so that a person confirms it before anything is recorded."""
    from milpa.ledger.models.node import Node

    here = now()
    if here < BUILT:
        return _("This computer says it is {date}, before this version of Milpa was made.").format(date=here.date())
    last = Node.objects.values_list("last_recorded_at", flat=True).first()
    if last and abs(here - last) > timedelta(days=1) and last > here:
        return _("This computer says it is {date}, but something was recorded here on {last}.").format(date=here.date(), last=last.date())
    return None
