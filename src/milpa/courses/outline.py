"""A course while it is written, as plain values for its pages: units, lessons with what each weighs, what is left to mend."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.courses import pinned, quizzes
from milpa.courses.models import Course, CoursePublished
from milpa.courses.part_forms import KINDS
from milpa.courses.rules.weight import Weight
from milpa.courses.weighing import problem_words, weight_of
from milpa.web import formats


@dataclass(frozen=True, slots=True)
class LessonLine:
    id: str
    title: str
    says: str
    problems: int


@dataclass(frozen=True, slots=True)
class UnitLines:
    id: str
    number: int
    title: str
    goal: str
    practice: str
    lessons: tuple[LessonLine, ...]
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class Mend:
    """Something that keeps the course from going out, and the page where it is mended."""

    where: str
    says: str
    url: str


@dataclass(frozen=True, slots=True)
class Outline:
    id: UUID
    title: str
    revision: int
    units: tuple[UnitLines, ...]
    problems: tuple[Mend, ...]
    says: str
    published: str
    is_published: bool
    can_publish: bool
    learners: bool


def outline_of(course: Course, *, learners: bool = False) -> Outline:
    """Reads the tables as they stand: some seven queries, whatever the course."""
    whole = pinned.draft_of(course)
    checks = {lesson.id: weight_of(lesson) for lesson in whole.lessons}
    newest = CoursePublished.objects.newest(course)
    is_current = newest is not None and newest.number == course.revision
    n = len(checks)
    return Outline(
        id=course.pk,
        title=str(course),
        revision=course.revision,
        units=tuple(_unit(unit, len(whole.units), checks) for unit in whole.units),
        problems=tuple(_mends(course, whole, checks)),
        says=_says(whole, checks),
        published=_published(newest, is_current),
        is_published=newest is not None,
        can_publish=bool(n) and not is_current,
        learners=learners,
    )


def _unit(unit: pinned.Unit, all: int, checks: dict[str, Weight]) -> UnitLines:
    lines = tuple(_line(lesson, checks[lesson.id]) for lesson in unit.lessons)
    practice = unit.practice.title if unit.practice else ""
    return UnitLines(unit.id, unit.number, unit.title, unit.goal, practice, lines, unit.number == 1, unit.number == all)


def _line(lesson: pinned.Lesson, weight: Weight) -> LessonLine:
    says = [f"{formats.number(weight.kilobytes)} kB", _("{n} min").format(n=weight.minutes)]
    if lesson.questions:
        n = len(lesson.questions)
        says.append(ngettext("%(num)s question", "%(num)s questions", n) % {"num": n})
    return LessonLine(lesson.id, lesson.title, " · ".join(says), len(weight.problems))


def _mends(course: Course, whole: pinned.Course, checks: dict[str, Weight]) -> Iterable[Mend]:
    for lesson in whole.lessons:
        url = reverse("courses:author_lesson", args=[course.programme_id, course.pk, lesson.id])
        for problem in checks[lesson.id].problems:
            yield Mend(lesson.title, problem_words(problem), f"{url}#part-{problem.block}" if problem.block else url)
    for unit in whole.units:
        if not unit.lessons:
            yield Mend(unit.title, _("There is no lesson in this unit yet."), f"#unit-{unit.id}")


def _says(whole: pinned.Course, checks: dict[str, Weight]) -> str:
    n, minutes = len(checks), sum(weight.minutes for weight in checks.values())
    size = formats.filesize(1000 * sum(weight.kilobytes for weight in checks.values()))
    if not n:
        return _("Nothing is written yet.")
    lessons = ngettext("%(num)s lesson", "%(num)s lessons", n) % {"num": n}
    return _("{lessons}, {minutes} minutes, {weight} in all on the phone.").format(lessons=lessons, minutes=minutes, weight=size)


def _published(newest: CoursePublished | None, is_current: bool) -> str:
    if newest is None:
        return _("Not published yet.")
    day = formats.day(newest.recorded_at)
    if is_current:
        return _("Published on {day}, as it stands here.").format(day=day)
    return _("Published on {day}; since then something was changed that learners do not see yet.").format(day=day)


@dataclass(frozen=True, slots=True)
class Part:
    """A block or a question of a lesson as the author sees it."""

    id: str
    kind: str
    title: str
    is_first: bool
    is_last: bool
    problems: tuple[str, ...] = ()
    text: str = ""
    src: str = ""
    alt: str = ""
    size: int = 0
    width: int | None = None
    height: int | None = None
    transcript: str = ""
    says: str = ""
    prompt: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What is saved of a part: its columns, as its form takes them."""

    kind: str
    row: dict[str, Any]


OF_BLOCK = ("title", "text", "alt", "is_decorative", "transcript", "is_captioned", "seconds", "sheet")
OF_QUESTION = ("prompt", "options", "right", "value", "tolerance", "unit", "accepted", "feedback_right", "feedback_wrong")


def kept_part(lesson: Any, whole: pinned.Lesson, part: UUID) -> Kept | None:
    """None for a part that is not of this lesson."""
    is_question = any(question.id == str(part) for question in whole.questions)
    rows, columns = (lesson.questions, OF_QUESTION) if is_question else (lesson.blocks, OF_BLOCK)
    row = rows.filter(id=part).first()
    return Kept(row.kind, {name: getattr(row, name) for name in columns}) if row else None


def parts_of(lesson: pinned.Lesson) -> list[Part]:
    words = dict(KINDS)
    problems: dict[str, list[str]] = {}
    for problem in weight_of(lesson).problems:
        problems.setdefault(problem.block, []).append(problem_words(problem))
    return [
        *(_block(one, str(words[one.kind]), _ends(lesson.blocks, one), problems.get(one.id, [])) for one in lesson.blocks),
        *(_question(one, str(words[one.kind]), _ends(lesson.questions, one)) for one in lesson.questions),
    ]


def _ends(rows: Sequence[Any], row: Any) -> tuple[bool, bool]:
    return rows[0] is row, rows[-1] is row


def _block(block: pinned.Block, word: str, ends: tuple[bool, bool], problems: list[str]) -> Part:
    return Part(
        id=block.id,
        kind=block.kind,
        title=f"{word}: {block.title}" if block.title else word,
        is_first=ends[0],
        is_last=ends[1],
        problems=tuple(problems),
        text=block.text,
        src=reverse("web:file", args=[block.file, block.file_name]) if block.file else "",
        alt=block.alt,
        size=block.bytes,
        width=block.width,
        height=block.height,
        transcript=block.transcript,
        says=_sheet_says(block),
    )


def _sheet_says(block: pinned.Block) -> str:
    if block.sheet is None:
        return ""
    labels = ", ".join(field.label for field in (*block.sheet.fields, *block.sheet.columns, *block.sheet.totals))
    return _("It computes by itself: {labels}").format(labels=labels) if block.sheet.computes else labels


def _question(question: pinned.Question, word: str, ends: tuple[bool, bool]) -> Part:
    right = quizzes.right_words(question)
    answers = [f"✓ {text}" for text in right] + [option for option in question.options if option not in right]
    return Part(question.id, question.kind, word, *ends, prompt=question.prompt, answers=tuple(answers))
