"""What of courses counts as taking part of the enterprises, and the dates that a programme's calendar shows."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse

from milpa.courses.models import Attendance, CourseEdition, Enrolment, Session
from milpa.programmes.registries import CalendarDate
from milpa.programmes.rules.involvement import ENTERPRISES, INFORMED, Act
from milpa.programmes.said import said

READY, DELIVER = "ready", "deliver"  # phases of the guide


def acts(programmes: Iterable[UUID]) -> dict[UUID, list[Act]]:
    """An enterprise whose people enrolled was reached while the courses were made ready, one whose people came in delivery. Two queries."""
    ids = list(programmes)
    found: dict[UUID, list[Act]] = defaultdict(list)
    enrolled = Enrolment.objects.filter(edition__programme__in=ids, voided_by=None).exclude(enterprise=None)
    for id, programme, enterprise, by, person in enrolled.values_list("id", "edition__programme", "enterprise", "by", "person"):
        found[programme].append(Act(READY, ENTERPRISES, INFORMED, enterprise, id=id, typed_by_staff=by != person))
    came = Attendance.objects.filter(session__edition__programme__in=ids, voided_by=None, was_there=True).exclude(
        enrolment__enterprise=None
    )
    for id, programme, enterprise in came.values_list("id", "session__edition__programme", "enrolment__enterprise"):
        found[programme].append(Act(DELIVER, ENTERPRISES, INFORMED, enterprise, id=id, typed_by_staff=True))
    return found


def invited(programmes: Iterable[UUID]) -> dict[UUID, dict[str, set[UUID]]]:
    """Whoever is enrolled was invited to enrol while the courses were made ready, and is invited in delivery. One query."""
    found: dict[UUID, dict[str, set[UUID]]] = defaultdict(lambda: {READY: set(), DELIVER: set()})
    rows = Enrolment.objects.filter(edition__programme__in=list(programmes), voided_by=None).exclude(enterprise=None)
    for programme, enterprise in rows.values_list("edition__programme", "enterprise"):
        for phase in (READY, DELIVER):
            found[programme][phase].add(enterprise)
    return found


def calendar(programmes: Iterable[UUID]) -> list[CalendarDate]:
    """Editions from their first to their last day, and their sessions. Two queries."""
    editions = CourseEdition.objects.going_on().filter(programme__in=list(programmes))
    found = [_edition(edition) for edition in editions]
    sessions = Session.objects.filter(edition__in=editions).select_related("edition", "group")
    return found + [_session(session) for session in sessions]


def _edition(edition: CourseEdition) -> CalendarDate:
    link = reverse("courses:edition", args=[edition.programme_id, edition.pk])
    return CalendarDate(edition.programme_id, said("{title}", title=edition.title), edition.starts_on, edition.ends_on, link, "course")


def _session(session: Session) -> CalendarDate:
    edition: Any = session.edition
    link = reverse("courses:session", args=[edition.programme_id, edition.pk, session.pk])
    day = session.starts_at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
    title = f"{session.title} · {session.group.name}" if session.group else session.title
    return CalendarDate(edition.programme_id, said("{title}", title=title), day, link=link, kind="session")
