"""Numbers that are typed on another phone: wrong ones slow that browser in that workshop, and nobody else."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from django.utils import timezone

from milpa.ledger import clock
from milpa.workshops.models import HandoverTry
from milpa.workshops.refusals import NumberLater, WrongHandover, WrongHelperNumber

WRONG_ALLOWED = 5
WAIT = timedelta(minutes=5)
KEPT = timedelta(days=1)
Found = TypeVar("Found")


def tried(workshop_id: UUID, browser: str, look: Callable[[], Found]) -> Found:
    """What the number leads to. After five wrong ones this browser waits five minutes. Raises NumberLater, and as `look`.

    Not inside a transaction: a wrong try is kept though it was refused.
    """
    now = clock.now()
    HandoverTry.objects.filter(at__lt=now - KEPT).delete()
    wrong = HandoverTry.objects.filter(workshop=workshop_id, browser=browser[:64], at__gt=now - WAIT).order_by("at")
    times = list(wrong.values_list("at", flat=True))
    if len(times) >= WRONG_ALLOWED:
        raise NumberLater(time=timezone.localtime(times[-WRONG_ALLOWED] + WAIT).strftime("%H:%M:%S"))
    try:
        found = look()
    except (WrongHandover, WrongHelperNumber):
        HandoverTry.objects.create(workshop_id=workshop_id, browser=browser[:64], at=now)
        raise
    wrong.delete()
    return found
