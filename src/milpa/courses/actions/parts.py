"""A part of a lesson, whichever it is: a block or a question, with the file that came with it."""

from typing import Any, Protocol
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from milpa.courses.actions import lessons, questions
from milpa.courses.actions.writing import close_ranks, place_at, writing
from milpa.courses.models import Block, Course, Question
from milpa.courses.models.course import BLOCKS
from milpa.people.models import Person
from milpa.web.uploads.accept import accept

BLOCK_KINDS = frozenset(dict(BLOCKS))


class Typed(Protocol):
    """What a form of a part says: the columns it sets, and which files fit it."""

    kind: str
    families: tuple[str, ...]
    part_id: Any
    id: UUID

    def content(self) -> dict[str, Any]: ...


def save_part(by: Person, course: Course, was: int, lesson_id: UUID, id: UUID, typed: Typed, file: UploadedFile | None = None) -> Any:
    """Adds the part at the end of its kind, or changes the one with this id. Its file is stored under the form's id: sent twice, once.

    Raises what the actions on blocks and questions raise, and what a file that does not fit raises.
    """
    sheet = typed.content()
    with transaction.atomic():
        if file is not None and typed.families:
            stored = accept(
                file, by=by, institution=course.institution, families=typed.families, belongs=(lessons.FILES, course.pk), id=typed.id
            )
            sheet["file"] = stored.id
        if typed.part_id:
            return _edit(by, course.pk, was, id, typed.kind, sheet)
        if typed.kind in BLOCK_KINDS:
            return lessons.add_block(by, course.pk, was, lesson_id, id, typed.kind, sheet)
        return questions.add_question(by, course.pk, was, lesson_id, id, sheet | {"kind": typed.kind})


def _edit(by: Person, course_id: UUID, was: int, id: UUID, kind: str, sheet: dict[str, Any]) -> Any:
    if kind in BLOCK_KINDS:
        return lessons.edit_block(by, course_id, was, id, sheet)
    return questions.edit_question(by, course_id, was, id, sheet)


def move_part(by: Person, course_id: UUID, was: int, part_id: UUID, *, up: bool) -> Block | Question:
    """Changes places with the one before or after it of its kind. Raises Question.DoesNotExist, StaleRevision."""
    with writing(by, course_id, was) as course:
        part = _part(course, part_id)
        place_at(_of_its_kind(part), part, part.place + (-1 if up else 1))
        return part


def remove_part(by: Person, course_id: UUID, was: int, part_id: UUID) -> None:
    """Takes a block or a question out of its lesson; revisions that are taught keep it with its file, and answers given to it stay.

    Raises Question.DoesNotExist, StaleRevision.
    """
    with writing(by, course_id, was) as course:
        part = _part(course, part_id)
        part.delete()
        close_ranks(_of_its_kind(part))


def _part(course: Course, id: UUID) -> Block | Question:
    own = {"id": id, "lesson__unit__course": course}
    return Block.objects.filter(**own).first() or Question.objects.get(**own)


def _of_its_kind(part: Block | Question) -> list[Any]:
    """The blocks or the questions of its lesson, in order."""
    return list(type(part).objects.filter(lesson=part.lesson_id))
