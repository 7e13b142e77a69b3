"""Practices as who teaches sees them: what was sent, of which unit, with its photograph and what was answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch
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


def waiting(edition: CourseEdition) -> tuple[list[Practice], int]:
    """The oldest first, and how many more there are."""
    rows = _of(edition).filter(enrolment__closed_by=None).to_comment()
    found = list(_read(rows)[: MOST_WAITING + 1])
    more = rows.count() - MOST_WAITING if len(found) > MOST_WAITING else 0
    return shown(edition, found[:MOST_WAITING]), more


def answered(edition: CourseEdition) -> list[Practice]:
    """The newest first."""
    commented = PracticeCommented.objects.filter(practice=OuterRef("pk"), voided_by=None)
    rows = _of(edition).filter(Exists(commented)).order_by("-recorded_at", "-id")
    return shown(edition, list(_read(rows)[:MOST_ANSWERED]))


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
    comments = PracticeCommented.objects.filter(voided_by=None).select_related("by").in_order()
    about = ("enrolment__person", "enrolment__enterprise")
    return rows.select_related(*about).prefetch_related(Prefetch("comments", comments, to_attr="said_of_it"))


def shown(edition: CourseEdition, rows: Iterable[Any]) -> list[Practice]:
    """One query for the photographs of all."""
    rows = list(rows)
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
