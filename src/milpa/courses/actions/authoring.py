"""A course and its units: made, described, moved, taken out. Each save is a revision of the course."""

from typing import Any
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.courses.actions.writing import change, close_ranks, kept, place_at, writing
from milpa.courses.models import Course, Practice, Unit
from milpa.courses.models.course import COURSE
from milpa.people.models import Person
from milpa.programmes.models import Programme

DESCRIBED = (
    "title", "kind", "summary", "outcome", "language", "hours", "hours_note", "licence", "is_illustrative", "gives_certificate",
    "certificate_lessons", "certificate_attendance", "certificate_practices", "certificate_quiz", "certificate_says",
)  # fmt: skip
OF_UNIT = ("title", "goal", "task", "is_printable")
OF_PRACTICE = ("title", "prompt", "asks_photo", "guide")


def create_course(
    by: Person, programme_id: UUID, id: UUID, *, title: str, kind: str = COURSE, language: str = "es", **sheet: Any
) -> Course:
    """A course without units yet. Sent twice it is one. Raises Programme.DoesNotExist."""
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "courses.write").get(id=programme_id)
        known = Course.objects.filter(id=id, programme=programme).first()
        if known is not None:
            return known
        course = Course(
            id=id, institution_id=programme.institution_id, programme=programme, title={language: title}, kind=kind, language=language,
            **kept(sheet, DESCRIBED),
        )  # fmt: skip
        ledger.create(course, by=by, why=title)
        return course


def describe_course(by: Person, course_id: UUID, was: int, sheet: dict[str, Any]) -> Course:
    """Changes what the course says of itself: columns of DESCRIBED; `title` is {"es", "en"}. Raises StaleRevision."""
    with writing(by, course_id, was) as course:
        change(course, kept(sheet, DESCRIBED))
    return course


def add_unit(by: Person, course_id: UUID, was: int, id: UUID, sheet: dict[str, Any]) -> Unit:
    """A unit at the end: title, goal, task. Sent twice it is one. Raises StaleRevision."""
    with writing(by, course_id, was, sheet["title"]) as course:
        known = course.units.filter(id=id).first()
        return known or Unit.objects.create(id=id, course=course, place=course.units.count() + 1, **kept(sheet, OF_UNIT))


def edit_unit(by: Person, course_id: UUID, was: int, unit_id: UUID, sheet: dict[str, Any]) -> Unit:
    """Changes a unit's title, goal or task. Raises Unit.DoesNotExist, StaleRevision."""
    with writing(by, course_id, was) as course:
        unit = course.units.get(id=unit_id)
        change(unit, kept(sheet, OF_UNIT))
        return unit


def move_unit(by: Person, course_id: UUID, was: int, unit_id: UUID, to: int) -> Unit:
    """Puts a unit at place `to`, from 1. Raises Unit.DoesNotExist, StaleRevision."""
    with writing(by, course_id, was) as course:
        unit = course.units.get(id=unit_id)
        place_at(list(course.units.all()), unit, to)
        return unit


def remove_unit(by: Person, course_id: UUID, was: int, unit_id: UUID) -> None:
    """Takes a unit with its lessons out of the course; revisions that are taught keep it. Raises StaleRevision."""
    with writing(by, course_id, was) as course:
        unit = course.units.get(id=unit_id)
        unit.delete()
        close_ranks(list(course.units.all()))


def set_practice(by: Person, course_id: UUID, was: int, unit_id: UUID, sheet: dict[str, Any]) -> Practice:
    """A unit's practice: title, prompt, asks_photo, guide for who comments. Raises Unit.DoesNotExist, StaleRevision."""
    with writing(by, course_id, was) as course:
        unit = course.units.get(id=unit_id)
        practice, _made = Practice.objects.get_or_create(unit=unit, defaults=kept(sheet, OF_PRACTICE))
        change(practice, kept(sheet, OF_PRACTICE))
        return practice


def remove_practice(by: Person, course_id: UUID, was: int, unit_id: UUID) -> None:
    """Takes the practice out of a unit; what was sent stays. Raises StaleRevision."""
    with writing(by, course_id, was) as course:
        Practice.objects.filter(unit__course=course, unit=unit_id).delete()
