"""The live tail: that something new came in for an institution. What it is, the page asks for itself, with its filters."""

from uuid import UUID

from django.contrib.auth import get_user

from milpa.people.standing import may
from milpa.records.models import Statement
from milpa.records.store.counting import Numbers
from milpa.web import live
from milpa.web.live import Asker, Channel, Event

CHANNEL = "records"
FARTHEST = 2_000  # numbers that are looked back


def may_listen(asker: Asker, id: str) -> bool:
    account = get_user(asker)
    return account.is_authenticated and str(account.person.institution_id) == id and may(account.person, "records.read")


def read(id: str, after: int, audience: str) -> list[Event]:
    """One event for all that can be found by now: what the page asks for lags as the index does."""
    indexed = Numbers.read().indexed
    own = Statement.objects.filter(arrived__gt=max(after, indexed - FARTHEST), arrived__lte=indexed, institution=UUID(id))
    newest = own.order_by("-arrived").values_list("arrived", flat=True).first()
    return [Event(newest, "newer", {})] if newest else []


def announce(institution: UUID) -> None:
    """Wakes who follows in this process. For the writer, once statements are indexed: it asks no database."""
    for wake in list(live.hubs):
        wake(CHANNEL, str(institution))


channel = Channel(may_listen, read)
