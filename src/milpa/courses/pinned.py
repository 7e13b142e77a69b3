"""What learners read: one revision of a course as frozen values. Revisions never change, so they are kept in memory once read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any
from uuid import UUID

from milpa.courses import worksheets
from milpa.courses.models import Course as CourseRow
from milpa.guide.texts import Text
from milpa.ledger.canonical import canonical, plain
from milpa.ledger.models.documents import Revision
from milpa.ledger.revising import content_now, lifted

MOST = 64  # revisions in the memory of one process, some 200 kB each


@dataclass(frozen=True, slots=True)
class Block:
    id: str
    kind: str
    title: str = ""
    text: str = ""
    alt: str = ""
    is_decorative: bool = False
    transcript: str = ""
    is_captioned: bool = False
    seconds: int = 0
    file: str | None = None
    file_name: str = ""
    bytes: int = 0
    width: int | None = None
    height: int | None = None
    poster: str | None = None
    poster_name: str = ""
    sheet: worksheets.Worksheet | None = None
    is_printable: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """`right`: positions as the scoring rule takes them ("0"); see `quizzes`."""

    id: str
    kind: str
    prompt: str
    options: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    value: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    unit: str = ""
    accepted: tuple[str, ...] = ()
    points: int = 1
    feedback_right: str = ""
    feedback_wrong: str = ""


@dataclass(frozen=True, slots=True)
class Practice:
    id: str
    title: str
    prompt: str
    asks_photo: bool
    guide: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """`number` counts through the course from 1. `essence`: what two revisions of it are compared by."""

    id: str
    unit: str
    number: int
    title: str
    minutes: int
    is_optional: bool
    pass_share: Fraction
    serves: tuple[str, ...]
    blocks: tuple[Block, ...]
    questions: tuple[Question, ...]
    essence: bytes

    @property
    def bytes(self) -> int:
        return sum(block.bytes for block in self.blocks)

    @property
    def computes(self) -> bool:
        return any(block.sheet is not None and block.sheet.computes for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Unit:
    id: str
    number: int
    title: str
    goal: str
    task: str
    is_printable: bool
    lessons: tuple[Lesson, ...]
    practice: Practice | None


@dataclass(frozen=True, slots=True)
class Course:
    """One revision, wholly. `certificate`: the rules that the course proposes, as its content has them, or None."""

    id: UUID
    number: int
    kind: str
    title: Text
    summary: str
    outcome: str
    language: str
    hours: Decimal
    hours_note: str
    licence: str
    is_illustrative: bool
    certificate: dict[str, Any] | None
    units: tuple[Unit, ...]

    @property
    def lessons(self) -> Iterator[Lesson]:
        return (lesson for unit in self.units for lesson in unit.lessons)

    def lesson(self, id: Any) -> Lesson | None:
        return next((lesson for lesson in self.lessons if lesson.id == str(id)), None)

    def unit(self, id: Any) -> Unit | None:
        return next((unit for unit in self.units if unit.id == str(id)), None)

    def after(self, lesson: Lesson) -> Lesson | None:
        return next((other for other in self.lessons if other.number == lesson.number + 1), None)


@lru_cache(maxsize=MOST)
def course_at(course: UUID, number: int) -> Course:
    """The revision, read once a process: one query the first time, none afterwards. Raises Revision.DoesNotExist."""
    revision = Revision.objects.get(document=course, number=number)
    return _course(course, number, lifted(CourseRow, revision.version, revision.plain()))


def draft_of(course: CourseRow) -> Course:
    """The same of what its authors have in the tables now: for a preview."""
    return _course(course.pk, course.revision, json.loads(content_now(course)))


def _course(id: UUID, number: int, content: dict[str, Any]) -> Course:
    units: list[Unit] = []
    lessons = 0
    for place, row in enumerate(content["units"], start=1):
        units.append(_unit(row, place, lessons))
        lessons += len(row["lessons"])
    own = {name: content[name] for name in ("kind", "summary", "outcome", "language", "hours_note", "licence", "is_illustrative")}
    return Course(
        id=id, number=number, title=Text(content["title"]), hours=Decimal(content["hours"]), certificate=content["certificate"],
        units=tuple(units), **own,
    )  # fmt: skip


def _unit(row: dict[str, Any], place: int, before: int) -> Unit:
    practice = row["practice"] and Practice(**row["practice"])
    lessons = tuple(_lesson(lesson, row["id"], before + number) for number, lesson in enumerate(row["lessons"], start=1))
    own = {name: row[name] for name in ("id", "title", "goal", "task", "is_printable")}
    return Unit(number=place, lessons=lessons, practice=practice, **own)


def _lesson(row: dict[str, Any], unit: str, number: int) -> Lesson:
    return Lesson(
        unit=unit,
        number=number,
        pass_share=Fraction(Decimal(row["pass_share"])),
        serves=tuple(row["serves"]),
        blocks=tuple(_block(block) for block in row["blocks"]),
        questions=tuple(_question(question) for question in row["questions"]),
        essence=canonical(plain({name: row[name] for name in ("title", "blocks", "questions")})),
        **{name: row[name] for name in ("id", "title", "minutes", "is_optional")},
    )


def _block(row: dict[str, Any]) -> Block:
    known = {field.name: row[field.name] for field in fields(Block) if field.name in row}
    return Block(**known | {"sheet": worksheets.read(row["sheet"]) if row["sheet"] else None})


def _question(row: dict[str, Any]) -> Question:
    texts = {name: row[name] for name in ("id", "kind", "prompt", "unit", "points", "feedback_right", "feedback_wrong")}
    return Question(
        options=tuple(row["options"]),
        right=tuple(str(position) for position in row["right"]),
        value=None if row["value"] is None else Decimal(row["value"]),
        tolerance=Decimal(row["tolerance"]),
        accepted=tuple(row["accepted"]),
        **texts,
    )
