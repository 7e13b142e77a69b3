"""The frame of every save of a course: fetched with permission, locked, and a revision at the end."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.courses.models import Course
from milpa.people.models import Person
from milpa.programmes.touching import touch

KEYS = ("courses.ready", "courses.edition_finished")


@contextmanager
def writing(by: Person, course_id: UUID, was: int, why: str = "") -> Iterator[Course]:
    """The block changes the tables; what it left unchanged makes no revision. Raises Course.DoesNotExist, StaleRevision."""
    with transaction.atomic():
        course = Course.objects.open_to(by, "courses.write").select_for_update(of=("self",)).get(id=course_id)
        yield course
        ledger.revise(course, was, by=by, why=why)
        if course.programme_id:
            touch(course.programme_id, *KEYS)


def place_at(rows: Sequence[Any], row: Any, to: int) -> None:
    """Puts the row at place `to` (from 1) among its siblings; a place beyond the end is the end."""
    others = [other for other in rows if other.pk != row.pk]
    others.insert(max(0, min(to - 1, len(others))), row)
    for place, other in enumerate(others, start=1):
        if other.place != place:
            other.place = place
            other.save(update_fields=["place"])


def close_ranks(rows: Sequence[Any]) -> None:
    """Numbers what is left without holes."""
    for place, row in enumerate(rows, start=1):
        if row.place != place:
            row.place = place
            row.save(update_fields=["place"])


def kept(sheet: dict[str, Any], columns: Sequence[str]) -> dict[str, Any]:
    """What the sheet says of these columns; anything else in it is not for here."""
    return {name: sheet[name] for name in columns if name in sheet}


def change(row: Any, said: dict[str, Any]) -> None:
    """Saves what is said of a row's columns, and nothing else of it."""
    for name, value in said.items():
        setattr(row, name, value)
    if said:
        row.save(update_fields=list(said))
