"""The courses of a programme with their editions, as plain values: four queries whatever their number."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.courses.models import Course, CourseEdition, CoursePublished, EditionClosed, LessonServes
from milpa.courses.models.edition import CANCELLED, ENDED, POSTPONED
from milpa.ledger import clock
from milpa.strategies.models import TrainingAction
from milpa.web import formats

STATES = ("announced", "enrolling", "running", ENDED, POSTPONED, CANCELLED)


@dataclass(frozen=True, slots=True)
class EditionLine:
    title: str
    url: str
    meta: str
    state: str
    says: str


@dataclass(frozen=True, slots=True)
class CourseLine:
    id: UUID
    title: str
    kind: str
    summary: str
    says: str
    is_published: bool
    running: int
    editions: tuple[EditionLine, ...]


def state_of(edition: Any, closed: str | None, today: date) -> str:
    """One of STATES: how the edition stands on a day."""
    if closed:
        return closed
    if edition.starts_on <= today:
        return "running"
    return "enrolling" if edition.takes_enrolments(today) else "announced"


def state_words(state: str) -> str:
    words = {
        "announced": _("announced"),
        "enrolling": _("enrolment is open"),
        "running": _("going on"),
        ENDED: _("ended"),
        POSTPONED: _("postponed"),
        CANCELLED: _("cancelled"),
    }
    return words[state]


def course_lines(programme: Any) -> list[CourseLine]:
    published = CoursePublished.objects.filter(course=OuterRef("pk"), voided_by=None).order_by("-recorded_at", "-id")
    courses = list(
        Course.objects.filter(programme=programme)
        .annotate(taught=Subquery(published.values("number")[:1]), lessons_n=Count("units__lessons"))
        .order_by("kind", "id")
    )
    editions = _editions(programme, clock.today(programme.institution.zone))
    return [_line(course, editions.get(course.pk, [])) for course in courses]


def _editions(programme: Any, today: date) -> dict[UUID, list[EditionLine]]:
    closing = EditionClosed.objects.filter(edition=OuterRef("pk"), voided_by=None).order_by("recorded_at", "id")
    there = Q(enrolments__voided_by=None, enrolments__closed_by=None)
    rows = (
        CourseEdition.objects.filter(programme=programme)
        .annotate(closed=Subquery(closing.values("how")[:1]), enrolled_n=Count("enrolments", filter=there))
        .order_by("-starts_on", "id")
    )
    found: dict[UUID, list[EditionLine]] = {}
    for row in rows:
        found.setdefault(row.course_id, []).append(_edition_line(row, today))
    return found


def _edition_line(row: Any, today: date) -> EditionLine:
    state = state_of(row, row.closed, today)
    enrolled = ngettext("%(num)s person of %(places)s", "%(num)s people of %(places)s", row.enrolled_n) % {
        "num": formats.number(row.enrolled_n),
        "places": formats.number(row.places),
    }
    dates = _("{start} to {end}").format(start=formats.day(row.starts_on), end=formats.day(row.ends_on))
    url = reverse("courses:edition", args=[row.programme_id, row.pk])
    return EditionLine(row.title, url, f"{dates} · {enrolled}", state, state_words(state))


def _line(course: Any, editions: list[EditionLine]) -> CourseLine:
    lessons = ngettext("%(num)s lesson", "%(num)s lessons", course.lessons_n) % {"num": course.lessons_n}
    if course.taught is None:
        stands = _("not published yet")
    elif course.taught < course.revision:
        stands = _("published; what was changed since is not out yet")
    else:
        stands = _("published")
    return CourseLine(
        id=course.pk,
        title=str(course),
        kind=course.get_kind_display(),
        summary=course.summary,
        says=f"{course.get_kind_display()} · {lessons} · {stands}",
        is_published=course.taught is not None,
        running=sum(edition.state == "running" for edition in editions),
        editions=tuple(editions),
    )


def unserved_actions(programme: Any) -> list[dict[str, Any]]:
    """The strategy's training actions that are courses, and whether a lesson serves each."""
    served = LessonServes.objects.filter(action=OuterRef("pk"))
    rows = TrainingAction.objects.filter(strategy__programme=programme, kind__in=["course", "remedial"])
    found = rows.annotate(is_served=Exists(served)).order_by("place")
    return [{"title": row.name, "meta": _("has lessons") if row.is_served else _("no lesson serves it yet")} for row in found]
