"""What waits for somebody in courses: questions, practices, people who fall behind, the line for places, today's sessions."""

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, Min
from django.urls import reverse

from milpa.courses import standings
from milpa.courses.models import CourseEdition, HelpAsked, PlaceAsked, PracticeSent, Session
from milpa.ledger import clock
from milpa.people.standing import may
from milpa.programmes.registries import Wait
from milpa.programmes.said import Said, said, said_n

TEACHING = frozenset({"instructor", "coordinator"})
ENROLLING = frozenset({"coordinator", "facilitator", "support"})


def waits(person: Any, programmes: Iterable[UUID]) -> list[Wait]:
    """Nine queries at most and one of `records`, whatever the number of programmes. Only for who may see people."""
    if not may(person, "courses.see_people"):
        return []
    editions = list(CourseEdition.objects.open_to(person, "courses.see_people").going_on().filter(programme__in=list(programmes)))
    if not editions:
        return []
    return [*_help(editions), *_practices(editions), *_sessions(editions), *_behind(editions), *_line(editions)]


def _help(editions: list[CourseEdition]) -> list[Wait]:
    def words(n: int, title: str) -> Said:
        return said_n("Answer {n} question: {edition}", "Answer {n} questions: {edition}", n, edition=title)

    return _to_answer(HelpAsked.objects.filter(enrolment__edition__in=editions).to_answer(), words)


def _practices(editions: list[CourseEdition]) -> list[Wait]:
    def words(n: int, title: str) -> Said:
        return said_n("Answer {n} practice: {edition}", "Answer {n} practices: {edition}", n, edition=title)

    return _to_answer(PracticeSent.objects.to_comment().filter(enrolment__edition__in=editions), words)


def _to_answer(rows: Any, words: Callable[[int, str], Said]) -> list[Wait]:
    """What learners sent and nobody answered, one line an edition. One query."""
    counted = rows.order_by().values("enrolment__edition", "enrolment__edition__programme", "enrolment__edition__title")
    return [
        Wait(
            row["enrolment__edition__programme"],
            words(row["n"], row["enrolment__edition__title"]),
            reverse("courses:practices", args=[row["enrolment__edition__programme"], row["enrolment__edition"]]),
            said("Read and answer"),
            roles=TEACHING,
            since=row["oldest"],
        )
        for row in counted.annotate(n=Count("id"), oldest=Min("recorded_at"))
    ]


def _sessions(editions: list[CourseEdition]) -> list[Wait]:
    today = datetime.combine(clock.today(), time.min, tzinfo=ZoneInfo(settings.TIME_ZONE))
    rows = Session.objects.filter(edition__in=editions, starts_at__gte=today, starts_at__lt=today + timedelta(days=1), attendance=None)
    return [
        Wait(
            row.edition.programme_id,
            said("Today: {session}", session=row.title),
            reverse("courses:session", args=[row.edition.programme_id, row.edition_id, row.pk]),
            said("Mark who is there"),
            roles=TEACHING,
            due=clock.today(),
        )
        for row in rows.select_related("edition")
    ]


def _behind(editions: list[CourseEdition]) -> list[Wait]:
    groups = standings.groups(editions)
    found = []
    for edition in editions:
        behind = [member for member in groups[edition.pk] if member.behind]
        if behind:
            what = said_n("{n} person falls behind: {edition}", "{n} people fall behind: {edition}", len(behind), edition=edition.title)
            link = reverse("courses:group", args=[edition.programme_id, edition.pk])
            found.append(Wait(edition.programme_id, what, link, said("See who"), roles=TEACHING))
    return found


def _line(editions: list[CourseEdition]) -> list[Wait]:
    """Whoever waits, while there is something to do about it: newcomers to confirm, or an edition that is not full."""
    rows = (
        PlaceAsked.objects.waiting()
        .filter(edition__in=editions)
        .order_by()
        .values("edition")
        .annotate(n=Count("id"), oldest=Min("recorded_at"))
    )
    by_id = {edition.pk: edition for edition in editions}
    return [
        Wait(
            by_id[row["edition"]].programme_id,
            said_n(
                "{n} person waits for a place: {edition}",
                "{n} people wait for a place: {edition}",
                row["n"],
                edition=by_id[row["edition"]].title,
            ),
            reverse("courses:enrolments", args=[by_id[row["edition"]].programme_id, row["edition"]]),
            said("See the waiting list"),
            roles=ENROLLING,
            since=row["oldest"],
        )
        for row in rows
    ]
