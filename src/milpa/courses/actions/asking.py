"""A wish for a place sent by the public page: within what one browser and one code may send."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from milpa import ledger
from milpa.courses.actions.enrolling import ask_as_newcomer, with_code
from milpa.courses.models import AskTry, CourseEdition, PlaceAsked
from milpa.courses.refusals import AskedTooOften
from milpa.courses.rules import asking as rules
from milpa.web import limits


def ask_from_browser(code: str, id: UUID, browser: str, **about: Any) -> PlaceAsked:
    """As `ask_as_newcomer`, which says what `about` holds. Sent twice it is once, also when the limit is reached since.

    Raises AskedTooOften, and what `ask_as_newcomer` raises.
    """
    with transaction.atomic():
        edition = with_code(code)
        known: PlaceAsked | None = PlaceAsked.objects.filter(id=id, edition=edition).first()
        if known is not None:
            return known
        _refuse_hammering(edition, browser)
        AskTry.objects.create(code=edition.code, browser=browser[:64], at=ledger.now())
        return ask_as_newcomer(code, id, **about)


def _refuse_hammering(edition: CourseEdition, browser: str) -> None:
    now = ledger.now()
    AskTry.objects.filter(at__lt=now - rules.WINDOW).delete()
    tries = list(AskTry.objects.filter(code=edition.code).values_list("browser", "at"))
    mine = [at for who, at in tries if who == browser[:64]]
    until = rules.closed_until(now, mine, [at for _who, at in tries], limits.ASKED_BY_BROWSER, limits.ASKED_BY_CODE)
    if until is not None:
        raise AskedTooOften(time=timezone.localtime(until).strftime("%H:%M"))
