"""Practices as who teaches sees them: what was sent, of which unit, with its photograph and what was answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from django.urls import reverse

from milpa.courses import pinned
from milpa.courses.actions.practising import PHOTO
from milpa.courses.models import CourseEdition, PracticeCommented, PracticeSent
from milpa.web.uploads import reading

MOST_WAITING, MOST_ANSWERED = 20, 10


@dataclass(frozen=True, slots=True)
class Photo:
    src: str
    width: int | None
    height: int | None
    size: int


@dataclass(frozen=True, slots=True)
class Answer:
    who: str
    text: str
    at: datetime
    is_well: bool


@dataclass(frozen=True, slots=True)
class Practice:
    """`guide`: what its author asks the instructor to look at. `again`: the same person had sent one of this unit before."""

    id: UUID
    enrolment: UUID
    name: str
    enterprise: str
    title: str
    text: str
    guide: str
    sent_at: datetime | None
    again: bool
    photos: tuple[Photo, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class OfEdition:
    """waiting: the oldest first, and how many `more` there are; answered: the newest first."""

    waiting: list[Practice]
    more: int
    answered: list[Practice]


def of_edition(edition: CourseEdition) -> OfEdition:
    """What is to be answered, and what was answered lately. Four queries, one more where not all that wait are shown."""
    rows = _of(edition).filter(enrolment__closed_by=None).to_comment()
    first = list(_read(rows)[: MOST_WAITING + 1])
    more = rows.count() - MOST_WAITING if len(first) > MOST_WAITING else 0
    commented = PracticeCommented.objects.filter(practice=OuterRef("pk"), voided_by=None)
    answered = _read(_of(edition).filter(Exists(commented)).order_by("-recorded_at", "-id"))[:MOST_ANSWERED]
    waiting = first[:MOST_WAITING]
    every = shown(edition, [*waiting, *answered])
    return OfEdition(every[: len(waiting)], more, every[len(waiting) :])


def of_enrolment(edition: CourseEdition, enrolment: UUID) -> list[Practice]:
    """All that one person sent, the newest first."""
    rows = _of(edition).filter(enrolment=enrolment).order_by("-recorded_at", "-id")
    return shown(edition, list(_read(rows)))


def _of(edition: CourseEdition) -> Any:
    earlier = PracticeSent.objects.filter(
        enrolment=OuterRef("enrolment"), unit=OuterRef("unit"), voided_by=None, recorded_at__lt=OuterRef("recorded_at")
    )
    return PracticeSent.objects.filter(enrolment__edition=edition, voided_by=None).annotate(again=Exists(earlier))


def _read(rows: Any) -> Any:
    return rows.select_related("enrolment__person", "enrolment__enterprise")


def shown(edition: CourseEdition, rows: Iterable[Any]) -> list[Practice]:
    """One query for the comments of all, and one for their photographs."""
    rows = list(rows)
    comments = PracticeCommented.objects.filter(voided_by=None).select_related("by").in_order()
    prefetch_related_objects(rows, Prefetch("comments", comments, to_attr="said_of_it"))
    course = pinned.course_at(edition.course_id, edition.course_revision)
    files = reading.of(PHOTO, [row.pk for row in rows if row.photo])
    return [_practice(row, course, files.get(row.pk, [])) for row in rows]


def _practice(row: Any, course: pinned.Course, files: list[Any]) -> Practice:
    unit = course.unit(row.unit)
    asked = unit.practice if unit else None
    photos = tuple(Photo(reverse("web:file", args=[file.id, file.name]), file.width, file.height, file.size) for file in files)
    answers = tuple(Answer(one.by.name if one.by else "", one.text, one.recorded_at, one.is_well) for one in row.said_of_it)
    enterprise = row.enrolment.enterprise
    return Practice(
        row.pk, row.enrolment_id, row.enrolment.person.name, enterprise.name if enterprise else "", asked.title if asked else "",
        row.text, asked.guide if asked else "", row.recorded_at, row.again, photos, answers,
    )  # fmt: skip
