"""The one shape of every action here: what is known is answered as stored; what is new meets the rules, is appended, and is announced."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q

from milpa import ledger
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.web import live
from milpa.workshops.models import HelperCame, Workshop
from milpa.workshops.refusals import WorkshopIsClosed

CHANNEL = "workshop"
Told = TypeVar("Told", bound=Any)


def tell_once(fact: Told, refuse: Callable[[], None] | None = None) -> Told:
    """Inside a transaction. `refuse` raises why not, and is asked only about what is new. Raises Conflict."""
    known, new = ledger.recognise([fact])
    if new:
        if refuse is not None:
            refuse()
        known = ledger.append(new)
        if workshop := getattr(fact, "workshop_id", None):
            announce(workshop)
    told: Told = known[0]
    return told


def announce(workshop: UUID) -> None:
    live.announce(CHANNEL, workshop)


def locked(by: Person | None, workshop_id: UUID, verb: str = "workshops.facilitate") -> Workshop:
    """The workshop, held until the transaction ends, if the person may do the verb in it. Raises Workshop.DoesNotExist."""
    found: Workshop = Workshop.objects.open_to(by, verb).select_for_update(of=("self",)).get(id=workshop_id)
    return found


def assisted(by: Person, workshop_id: UUID) -> Workshop:
    """As `locked`, for whoever facilitates and for their helpers. Raises Workshop.DoesNotExist."""
    helping = HelperCame.objects.standing().filter(person=by, asked__voided_by=None).values("workshop")
    runs = Programme.objects.open_to(by, "workshops.facilitate")
    mine = Workshop.objects.filter(Q(programme__in=runs) | Q(id__in=helping))
    found: Workshop = mine.select_for_update(of=("self",)).get(id=workshop_id)
    return found


def refuse_closed(workshop: Workshop) -> None:
    if workshop.is_closed:
        raise WorkshopIsClosed
