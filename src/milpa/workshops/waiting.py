"""What waits for somebody in the workshops of a programme, and the dates to keep."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from milpa.people.standing import granted
from milpa.programmes.registries import CalendarDate, Wait
from milpa.programmes.said import said, said_n
from milpa.workshops.models import (
    ActivityOpened,
    MinutesIssued,
    ResultPublished,
    Workshop,
    WorkshopClosed,
)
from milpa.workshops.remarks import given_back
from milpa.workshops.rules.remarks import OPEN_FOR, Freezing


def _roles(verb: str) -> frozenset[str]:
    return frozenset(role for relation, role in granted(verb) if relation == "host")


def _workshops(programmes: Iterable[UUID]) -> Any:
    here = {"workshop": OuterRef("pk"), "voided_by": None}
    closed = WorkshopClosed.objects.filter(**here).order_by("recorded_at").values("recorded_at")[:1]
    return Workshop.objects.filter(programme__in=list(programmes)).annotate(
        closed_at=Subquery(closed),
        has_begun=Exists(ActivityOpened.objects.filter(**here)),
        has_minutes=Exists(MinutesIssued.objects.filter(**here)),
    )


def waits(person: Any, programmes: Iterable[UUID]) -> list[Wait]:
    """A workshop to hold, minutes to issue, a result to publish, remarks to answer, an order to freeze. Two queries."""
    ids = list(programmes)
    given = {id: row.freezing for id, row in given_back(ids).items() if row.frozen_at is None}
    return [
        *(wait for workshop in _workshops(ids) for wait in _of_workshop(workshop)),
        *(_of_needs(id, found) for id, found in given.items() if _is_turn(found)),
    ]


def _of_workshop(workshop: Any) -> Iterator[Wait]:
    link = reverse("workshops:console", args=[workshop.programme_id, workshop.id])
    runs = _roles("workshops.facilitate")
    if workshop.closed_at is None:
        what = said("The workshop “{title}” is under way", title=workshop.title)
        if not workshop.has_begun:
            what = said("The workshop “{title}” is to be held", title=workshop.title)
        due = _day(workshop.starts_at) if workshop.starts_at else None
        yield Wait(workshop.programme_id, what, link, said("Open the workshop"), roles=runs, due=due)
    elif not workshop.has_minutes:
        what = said("The minutes of “{title}” have not been issued", title=workshop.title)
        yield Wait(workshop.programme_id, what, link, said("Issue the minutes"), roles=runs, since=workshop.closed_at)


def _is_turn(found: Freezing) -> bool:
    """Somebody must act: not while the seven days run and every remark has its answer."""
    return bool(found.unanswered) or found.missing != ("days_not_over",)


def _of_needs(programme: UUID, found: Freezing) -> Wait:
    link = reverse("workshops:needs", args=[programme])
    if found.closes_at is None:
        what, button, verb = said("The result of the workshop has not been given back yet"), said("Publish the result"), "workshops.publish"
    elif found.unanswered:
        n = len(found.unanswered)
        what = said_n("{n} remark on the result waits for an answer", "{n} remarks on the result wait for an answer", n)
        button, verb = said("Answer"), "workshops.answer"
    else:
        what, button, verb = said("The order of the needs can be frozen"), said("See the needs"), "workshops.freeze"
    due = _day(found.closes_at) if found.closes_at and found.unanswered else None
    return Wait(programme, what, link, button, roles=_roles(verb), due=due)


def _day(at: datetime) -> Any:
    return timezone.localtime(at).date()


def calendar(programmes: Iterable[UUID]) -> list[CalendarDate]:
    """The days of the workshops, and until when remarks are taken. One query."""
    published = ResultPublished.objects.standing().filter(needs__programme=OuterRef("programme")).order_by("recorded_at", "id")
    rows = Workshop.objects.filter(programme__in=list(programmes)).annotate(published_at=Subquery(published.values("recorded_at")[:1]))
    days: list[CalendarDate] = []
    given_back_on: dict[UUID, datetime] = {}
    for row in rows:
        if row.starts_at is not None:
            link = reverse("workshops:console", args=[row.programme_id, row.id])
            days.append(
                CalendarDate(row.programme_id, said("Workshop: {title}", title=row.title), _day(row.starts_at), None, link, "workshop")
            )
        if row.published_at is not None:
            given_back_on[row.programme_id] = row.published_at
    return days + [_remarks(programme, at) for programme, at in given_back_on.items()]


def _remarks(programme: UUID, published_at: datetime) -> CalendarDate:
    until = _day(published_at + OPEN_FOR)
    link = reverse("workshops:needs", args=[programme])
    return CalendarDate(programme, said("Remarks on the result"), _day(published_at), until, link, "remarks")
