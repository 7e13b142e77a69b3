"""Who gets a place in an edition: public rules, so that everyone on the list can check them.

In the order in which people asked. Some places are kept for women, micro-enterprises or rural areas until a day; then
they are for all. Who belongs to several kinds takes whichever kept place lets most people in. A free place is offered to
the next on the waiting list, who has a while to take it; one not taken in time goes on, and its person to the end.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

GENERAL = "general"


class TooManyReserved(ValueError):
    """More places are kept than there are."""


@dataclass(frozen=True, slots=True)
class Rules:
    capacity: int
    reserved: Mapping[str, int] = field(default_factory=dict)  # kind (women, micro, rural) -> places
    reserved_until: datetime | None = None  # None = to the end
    offer_lasts: timedelta = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Request:
    """One person's wish for a place; who withdrew is left out. `enrolled`: has one. `offered_at`: the newest offer."""

    id: str
    at: datetime
    kinds: frozenset[str] = frozenset()
    enrolled: bool = False
    offered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    id: str
    kind: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Allocation:
    enrolled: dict[str, str]  # request -> kind of place
    offered: tuple[Offer, ...]  # open offers, each keeps a place
    next: dict[str, str]  # request -> kind of place it would get now, in order: enrol or offer
    waiting: tuple[str, ...]  # the rest, first in line first
    lapsed: tuple[str, ...]  # of those waiting or next: let an offer pass
    free: dict[str, int]  # places of each kind that nobody asks for
    over: int  # enrolled or offered beyond the capacity, where it was lowered


class _Places:
    """Places being given out. Whoever has one keeps one, but may be moved between kinds to let one more in."""

    def __init__(self, free: Mapping[str, int]) -> None:
        self.free = dict(free)
        self.given: dict[str, str] = {}
        self._requests: dict[str, Request] = {}

    def _kinds(self, request: Request) -> list[str]:
        return [*(kind for kind in self.free if kind != GENERAL and kind in request.kinds), GENERAL]

    def _find(self, request: Request, tried: set[str]) -> bool:
        for kind in self._kinds(request):
            if kind in tried:
                continue
            tried.add(kind)
            if self.free[kind] > 0:
                self.free[kind] -= 1
                self.given[request.id] = kind
                return True
            for holder in [holder for holder, held in self.given.items() if held == kind]:
                if self._find(self._requests[holder], tried):
                    self.given[request.id] = kind
                    return True
        return False

    def give(self, request: Request) -> bool:
        self._requests[request.id] = request
        return self._find(request, set())


def _queue(requests: Iterable[Request], rules: Rules) -> list[Request]:
    """In line by when they asked; who let an offer pass, by when it lapsed."""

    def turn(request: Request) -> tuple[datetime, str]:
        return (request.offered_at + rules.offer_lasts if request.offered_at else request.at, request.id)

    return sorted(requests, key=turn)


def allocate(requests: Sequence[Request], rules: Rules, now: datetime) -> Allocation:
    """Where every request stands at this moment. Raises TooManyReserved."""
    kept = dict(rules.reserved) if rules.reserved_until is None or now < rules.reserved_until else {}
    if sum(rules.reserved.values()) > rules.capacity:
        raise TooManyReserved(sum(rules.reserved.values()), rules.capacity)
    places = _Places({**kept, GENERAL: rules.capacity - sum(kept.values())})
    enrolled = sorted((request for request in requests if request.enrolled), key=lambda request: (request.at, request.id))
    over = [request.id for request in enrolled if not places.give(request)]  # nobody loses a place
    others = [request for request in requests if not request.enrolled]
    open_ = [request for request in others if request.offered_at and now < request.offered_at + rules.offer_lasts]
    over += [request.id for request in _queue(open_, rules) if not places.give(request)]
    line = _queue([request for request in others if request not in open_], rules)
    next_ = [request.id for request in line if places.give(request)]
    kinds = places.given | dict.fromkeys(over, GENERAL)
    return Allocation(
        {request.id: kinds[request.id] for request in enrolled},
        tuple(Offer(r.id, kinds[r.id], r.offered_at + rules.offer_lasts) for r in open_ if r.offered_at),
        {request: kinds[request] for request in next_},
        tuple(request.id for request in line if request.id not in next_),
        tuple(request.id for request in line if request.offered_at),
        dict(Counter(places.free)),
        len(over),
    )
