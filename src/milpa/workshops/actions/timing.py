"""The timer of the activity under way: started, stopped, given more time. Working state: the newest press counts."""

from uuid import UUID

from django.db import transaction

from milpa.ledger import clock
from milpa.people.models import Person
from milpa.workshops.agenda import agenda_of
from milpa.workshops.models import Timer, Workshop
from milpa.workshops.refusals import NothingUnderWay
from milpa.workshops.telling import announce, locked, refuse_closed
from milpa.workshops.timing import until

LONGEST = 600  # minutes


def start_timer(by: Person, workshop_id: UUID, minutes: int) -> Timer:
    """The activity under way has so many minutes from now on. Raises Workshop.DoesNotExist, NothingUnderWay, WorkshopIsClosed."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        refuse_closed(workshop)
        here = agenda_of(workshop).here
        if here is None:
            raise NothingUnderWay
        ends = until(60 * max(1, min(minutes, LONGEST)))
        timer, _made = Timer.objects.update_or_create(
            workshop=workshop, defaults={"activity": here.activity, "ends_at": ends, "left": None}
        )  # fmt: skip
        announce(workshop.id)
        return timer


def stop_timer(by: Person, workshop_id: UUID) -> None:
    """It stands still with what was left; pressed again it goes on. Nothing happens where none was set. Raises Workshop.DoesNotExist."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        timer = Timer.objects.filter(workshop=workshop).first()
        if timer is None:
            return
        if timer.ends_at is not None:
            timer.left, timer.ends_at = max(0, round((timer.ends_at - clock.now()).total_seconds())), None
        else:
            timer.left, timer.ends_at = None, until(timer.left or 0)
        timer.save()
        announce(workshop.id)


def forget_timer(workshop: Workshop) -> None:
    """Inside the transaction in which another activity begins."""
    Timer.objects.filter(workshop=workshop).delete()
