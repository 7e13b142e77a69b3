"""What the group decides about its own workshop: whether cards carry names."""

from uuid import UUID

from django.db import transaction

from milpa.people.models import Person
from milpa.workshops.actions.joining import plain
from milpa.workshops.models import NamingDecided
from milpa.workshops.telling import locked, refuse_closed, tell_once


def decide_naming(by: Person, workshop_id: UUID, id: UUID, named: bool, why: str = "") -> NamingDecided:
    """Cards written from now on carry their author's name, or none; the newest decision counts. What was written without a name keeps
    none. Raises Workshop.DoesNotExist, WorkshopIsClosed, Conflict.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        fact = workshop.says(NamingDecided, by, id, named=named, why=plain(why, 300))
        return tell_once(fact, lambda: refuse_closed(workshop))
