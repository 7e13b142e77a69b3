"""A part of a lesson, whichever it is: a block or a question, with the file that came with it."""

from typing import Any, Protocol
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from milpa.courses.actions import lessons, questions
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


def move_part(by: Person, course_id: UUID, was: int, part_id: UUID, *, up: bool) -> Any:
    """Changes places with the one before or after it of its kind. Raises Question.DoesNotExist, StaleRevision."""
    step = -1 if up else 1
    block = Block.objects.filter(id=part_id, lesson__unit__course=course_id).first()
    if block is not None:
        return lessons.move_block(by, course_id, was, part_id, max(1, block.place + step))
    question = Question.objects.get(id=part_id, lesson__unit__course=course_id)
    return questions.move_question(by, course_id, was, part_id, max(1, question.place + step))


def remove_part(by: Person, course_id: UUID, was: int, part_id: UUID) -> None:
    """Takes a block or a question out of its lesson. Raises Question.DoesNotExist, StaleRevision."""
    if Block.objects.filter(id=part_id, lesson__unit__course=course_id).exists():
        lessons.remove_block(by, course_id, was, part_id)
    else:
        questions.remove_question(by, course_id, was, part_id)
