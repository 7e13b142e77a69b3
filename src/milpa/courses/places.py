"""Where everybody who asked for a place in an edition stands, by the public rule of places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Max, Q

from milpa.courses.models import CourseEdition, Enrolment, PlaceAsked
from milpa.courses.rules.places import Allocation, Request, Rules, allocate
from milpa.ledger import clock


@dataclass(frozen=True, slots=True)
class Standing:
    """`allocation` names wishes by their id as text. `wishes`: all that stand, in the order in which they were asked."""

    allocation: Allocation
    wishes: tuple[PlaceAsked, ...]

    @property
    def taken(self) -> int:
        return len(self.allocation.enrolled) + len(self.allocation.offered)

    @property
    def line(self) -> list[PlaceAsked]:
        """Those without a place, first in line first: who may take one now, then who waits."""
        by_id = {str(wish.pk): wish for wish in self.wishes}
        offered = [offer.id for offer in self.allocation.offered]
        return [by_id[id] for id in (*offered, *self.allocation.next, *self.allocation.waiting)]


def rules_of(edition: CourseEdition) -> Rules:
    reserved = {"women": edition.for_women, "micro": edition.for_micro, "rural": edition.for_rural}
    return Rules(
        edition.places,
        {kind: places for kind, places in reserved.items() if places},
        end_of(edition.reserved_until) if edition.reserved_until else None,
        timedelta(days=edition.offer_days),
    )


def end_of(day: date) -> datetime:
    """The moment at which the day is over where the institution is."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=ZoneInfo(settings.TIME_ZONE))


def request_of(wish: PlaceAsked, *, enrolled: bool = False, offered_at: datetime | None = None, at: datetime | None = None) -> Request:
    return Request(str(wish.pk), wish.recorded_at or at or clock.now(), frozenset(wish.kinds.split()), enrolled, offered_at)


def standing(edition: CourseEdition, extra: Sequence[PlaceAsked] = (), without: UUID | None = None) -> Standing:
    """Everybody at this moment. Two queries. `extra`: a wish that is not stored yet; `without`: one that is being given up."""
    newest = Max("offers__recorded_at", filter=Q(offers__voided_by=None))
    wishes = list(edition.asked.standing().exclude(id=without).annotate(offered_at=newest).select_related("person").in_order())
    placed = set(Enrolment.objects.standing().filter(edition=edition).values_list("asked", flat=True))
    requests = [request_of(wish, enrolled=wish.pk in placed, offered_at=wish.offered_at) for wish in wishes]
    requests += [request_of(wish) for wish in extra]
    return Standing(allocate(requests, rules_of(edition), clock.now()), (*wishes, *extra))
