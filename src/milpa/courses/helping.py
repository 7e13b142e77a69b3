"""Help that was asked for in lessons: as the learner reads it, and as who teaches answers it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from django.urls import reverse

from milpa.courses import pinned
from milpa.courses.models import CourseEdition, HelpAsked, HelpGiven
from milpa.programmes.remembering import Mark, remembered

MOST_WAITING, MOST_ANSWERED, MOST_ON_HOME = 20, 10, 3


@dataclass(frozen=True, slots=True)
class Given:
    who: str
    text: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Help:
    """What was asked in a lesson, and its answers, the oldest first."""

    id: UUID
    enrolment: UUID
    name: str
    enterprise: str
    lesson: str
    url: str  # the lesson, as its learner opens it
    text: str
    at: datetime | None
    answers: tuple[Given, ...]


def asked_in(course: pinned.Course, enrolment: UUID, lesson: UUID) -> list[Help]:
    """What one person asked in one lesson, the newest first. Two queries, one where nothing was asked."""
    rows = HelpAsked.objects.filter(enrolment=enrolment, lesson=lesson, voided_by=None)
    return _shown(_read(rows.order_by("-recorded_at", "-id")), course)


@dataclass(frozen=True, slots=True)
class OfEdition:
    """waiting: the oldest first; answered: the newest first."""

    waiting: list[Help]
    answered: list[Help]


def of_edition(edition: CourseEdition) -> OfEdition:
    """What is to be answered, and what was answered lately. Three queries."""
    waiting = list(_read(HelpAsked.objects.filter(enrolment__edition=edition).to_answer())[:MOST_WAITING])
    given = HelpGiven.objects.filter(asked=OuterRef("pk"), voided_by=None)
    answered = HelpAsked.objects.filter(Exists(given), enrolment__edition=edition, voided_by=None).order_by("-recorded_at", "-id")
    every = _shown([*waiting, *_read(answered)[:MOST_ANSWERED]], _course(edition))
    return OfEdition(every[: len(waiting)], every[len(waiting) :])


def answered_for(person: Any, now: Mark) -> Sequence[Help]:
    """The last answers that somebody got, for their home; from memory while nothing is recorded."""
    found: Sequence[Help] = remembered(now, ("help given", person.pk), lambda: _for(person))
    return found


def _for(person: Any) -> list[Help]:
    given = HelpGiven.objects.filter(
        voided_by=None, asked__voided_by=None, asked__enrolment__person=person, asked__enrolment__closed_by=None
    )
    about = ("asked__enrolment__edition", "by")
    found = []
    for answer in given.select_related(*about).order_by("-recorded_at", "-id")[:MOST_ON_HOME]:
        edition = answer.asked.enrolment.edition
        told = Given(answer.by.name if answer.by else "", answer.text, answer.recorded_at)
        found.append(_help(answer.asked, _course(edition), person.name, "", (told,)))
    return found


def _course(edition: CourseEdition) -> pinned.Course:
    return pinned.course_at(edition.course_id, edition.course_revision)


def _read(rows: Any) -> Any:
    return rows.select_related("enrolment__person", "enrolment__enterprise")


def _shown(rows: Iterable[Any], course: pinned.Course) -> list[Help]:
    """One query for the answers of all."""
    rows, found = list(rows), []
    given = HelpGiven.objects.filter(voided_by=None).select_related("by").in_order()
    prefetch_related_objects(rows, Prefetch("answers", given, to_attr="given"))
    for row in rows:
        answers = tuple(Given(one.by.name if one.by else "", one.text, one.recorded_at) for one in row.given)
        enterprise = row.enrolment.enterprise
        found.append(_help(row, course, row.enrolment.person.name, enterprise.name if enterprise else "", answers))
    return found


def _help(row: Any, course: pinned.Course, name: str, enterprise: str, answers: tuple[Given, ...]) -> Help:
    lesson = course.lesson(row.lesson)
    url = reverse("courses:ask_help", args=[row.enrolment_id, row.lesson])
    return Help(row.pk, row.enrolment_id, name, enterprise, lesson.title if lesson else "", url, row.text, row.recorded_at, answers)
