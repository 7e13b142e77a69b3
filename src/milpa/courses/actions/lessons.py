"""Lessons, made, changed, moved, taken out, and their blocks, made and changed. Each save is a revision of the course."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from milpa.courses import worksheets
from milpa.courses.actions.writing import change, close_ranks, kept, place_at, writing
from milpa.courses.models import Block, Lesson, LessonServes, Unit
from milpa.courses.refusals import SheetUnreadable
from milpa.people.models import Person
from milpa.strategies.models import TrainingAction
from milpa.web.models import StoredFile

OF_LESSON = ("title", "minutes", "is_optional", "pass_share")
OF_BLOCK = ("title", "text", "alt", "is_decorative", "transcript", "is_captioned", "seconds", "sheet", "is_printable")
FILES = "courses.course"  # what a block's file belongs to: the course, so that revisions that are taught keep it


def add_lesson(by: Person, course_id: UUID, was: int, unit_id: UUID, id: UUID, sheet: dict[str, Any]) -> Lesson:
    """A lesson at the end of a unit: title, minutes. Sent twice it is one. Raises Unit.DoesNotExist, StaleRevision."""
    with writing(by, course_id, was, sheet["title"]) as course:
        unit = course.units.get(id=unit_id)
        known = unit.lessons.filter(id=id).first()
        return known or Lesson.objects.create(id=id, unit=unit, place=unit.lessons.count() + 1, **kept(sheet, OF_LESSON))


def edit_lesson(by: Person, course_id: UUID, was: int, lesson_id: UUID, sheet: dict[str, Any]) -> Lesson:
    """Changes a lesson's title, minutes, pass share. Raises Lesson.DoesNotExist, StaleRevision."""
    with writing(by, course_id, was) as course:
        lesson = Lesson.objects.get(id=lesson_id, unit__course=course)
        change(lesson, kept(sheet, OF_LESSON))
        return lesson


def move_lesson(by: Person, course_id: UUID, was: int, lesson_id: UUID, to: int, unit_id: UUID | None = None) -> Lesson:
    """Puts a lesson at place `to` of its unit or of another; learners keep what they did in it. Raises StaleRevision."""
    with writing(by, course_id, was) as course:
        lesson = Lesson.objects.get(id=lesson_id, unit__course=course)
        before: Unit = lesson.unit
        if unit_id is not None and unit_id != before.id:
            lesson.unit = course.units.get(id=unit_id)
            lesson.save(update_fields=["unit"])
            close_ranks(list(before.lessons.all()))
        place_at(list(lesson.unit.lessons.all()), lesson, to)
        return lesson


def remove_lesson(by: Person, course_id: UUID, was: int, lesson_id: UUID) -> None:
    """Takes a lesson out; revisions that are taught keep it, and so does what learners did. Raises StaleRevision."""
    with writing(by, course_id, was) as course:
        lesson = Lesson.objects.get(id=lesson_id, unit__course=course)
        unit = lesson.unit
        lesson.delete()
        close_ranks(list(unit.lessons.all()))


def serve_actions(by: Person, course_id: UUID, was: int, lesson_id: UUID, action_ids: Iterable[UUID]) -> Lesson:
    """Says which training actions of the programme's strategy the lesson serves; these replace the former ones. Raises StaleRevision."""
    with writing(by, course_id, was) as course:
        lesson = Lesson.objects.get(id=lesson_id, unit__course=course)
        wanted = set(
            TrainingAction.objects.filter(id__in=list(action_ids), strategy__programme=course.programme_id).values_list("id", flat=True)
        )
        lesson.serves.exclude(action__in=wanted).delete()
        known = set(lesson.serves.values_list("action", flat=True))
        LessonServes.objects.bulk_create(LessonServes(lesson=lesson, action_id=action) for action in sorted(wanted - known))
        return lesson


def add_block(by: Person, course_id: UUID, was: int, lesson_id: UUID, id: UUID, kind: str, sheet: dict[str, Any]) -> Block:
    """A block at the end of a lesson; `file` and `poster` in the sheet are StoredFiles of the course. Sent twice it is one.

    Raises Lesson.DoesNotExist, SheetUnreadable, StaleRevision.
    """
    with writing(by, course_id, was) as course:
        lesson = Lesson.objects.get(id=lesson_id, unit__course=course)
        known = lesson.blocks.filter(id=id).first()
        return known or Block.objects.create(
            id=id, lesson=lesson, kind=kind, place=lesson.blocks.count() + 1, **block_columns(course.pk, sheet)
        )


def edit_block(by: Person, course_id: UUID, was: int, block_id: UUID, sheet: dict[str, Any]) -> Block:
    """Changes a block; what the sheet leaves out stays. Raises Block.DoesNotExist, SheetUnreadable, StaleRevision."""
    with writing(by, course_id, was) as course:
        block = Block.objects.get(id=block_id, lesson__unit__course=course)
        change(block, block_columns(course.pk, sheet))
        return block


def block_columns(course_id: UUID, sheet: dict[str, Any]) -> dict[str, Any]:
    """The columns that a sheet sets, with what its files are. Raises SheetUnreadable, StoredFile.DoesNotExist."""
    columns = kept(sheet, OF_BLOCK)
    if columns.get("sheet"):
        try:
            worksheets.read(columns["sheet"])
        except worksheets.Unreadable as problem:
            raise SheetUnreadable(what=problem) from problem
    for name in ("file", "poster"):
        if sheet.get(name):
            stored = StoredFile.objects.get(id=sheet[name], belongs_kind=FILES, belongs_id=course_id)
            columns |= {name: stored.id, f"{name}_name": stored.name}
            if name == "file":
                columns |= {"bytes": stored.size, "width": stored.width, "height": stored.height}
    return columns
