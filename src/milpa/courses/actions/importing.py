"""A whole course taken in from a page of plain values, as `demo/courses/*.yaml` has them, in one revision."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from milpa import ledger
from milpa.courses.actions.lessons import FILES, block_columns
from milpa.courses.actions.questions import refuse_incomplete
from milpa.courses.models import Block, Course, Lesson, LessonServes, Practice, Question, Unit
from milpa.courses.models.course import AUDIO, IMAGE, NUMBER, SHORT, VIDEO, WORKSHEET
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.programmes.touching import touch
from milpa.web.uploads.accept import accept

_FAMILIES = {IMAGE: ["picture"], AUDIO: ["audio"], VIDEO: ["video"]}


def import_course(
    by: Person, programme_id: UUID, page: Mapping[str, Any], *, id: UUID | None = None, folder: Path | None = None,
    actions: Mapping[str, UUID] | None = None,
) -> Course:  # fmt: skip
    """The course that the page describes. `folder`: where its files lie; `actions`: what its `serves` mean in this programme.

    With an id that is known it answers the course as it stands. Raises Programme.DoesNotExist, QuestionIncomplete, SheetUnreadable.
    """
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "courses.write").get(id=programme_id)
        known = Course.objects.filter(id=id, programme=programme).first() if id else None
        if known is not None:
            return known
        course = Course(id=id or ledger.uuid7(), institution_id=programme.institution_id, programme=programme, **_course(page))
        course.save(force_insert=True)
        for place, unit in enumerate(page["units"], start=1):
            _unit(by, course, place, unit, folder, actions or {})
        ledger.revise(course, 0, by=by, why=str(course))
        touch(programme.pk, "courses.ready")
        return course


def _course(page: Mapping[str, Any]) -> dict[str, Any]:
    rules = page.get("certificate") or {}
    shares = {f"certificate_{name}": _decimal(rules.get(name)) for name in ("lessons", "attendance", "quiz")}
    return {
        "kind": page["kind"],
        "title": dict(page["title"]),
        "summary": page.get("summary", ""),
        "outcome": page.get("outcome", ""),
        "language": page.get("language", "es"),
        "hours": _decimal(page.get("hours", 0)),
        "hours_note": page.get("hours_note", ""),
        "licence": page.get("licence", ""),
        "is_illustrative": page.get("illustrative", False),
        "gives_certificate": bool(rules),
        "certificate_practices": rules.get("practices"),
        "certificate_says": rules.get("say", ""),
        **shares,
    }


def _unit(by: Person, course: Course, place: int, page: Mapping[str, Any], folder: Path | None, actions: Mapping[str, UUID]) -> None:
    unit = Unit.objects.create(
        course=course, place=place, title=page["title"], goal=page.get("goal", ""), task=page.get("task", ""),
        is_printable=page.get("printable", False),
    )  # fmt: skip
    for number, lesson in enumerate(page["lessons"], start=1):
        _lesson(by, unit, number, lesson, folder, actions)
    if practice := page.get("practice"):
        Practice.objects.create(
            unit=unit, title=practice["title"], prompt=practice["prompt"], asks_photo=practice.get("photo", True),
            guide=practice.get("guide", ""),
        )  # fmt: skip


def _lesson(by: Person, unit: Unit, place: int, page: Mapping[str, Any], folder: Path | None, actions: Mapping[str, UUID]) -> None:
    quiz = page.get("quiz") or {}
    lesson = Lesson.objects.create(
        unit=unit, place=place, title=page["title"], minutes=page.get("minutes", 8), is_optional=page.get("optional", False),
        pass_share=_decimal(quiz.get("pass_share", "0.6")),
    )  # fmt: skip
    served = [actions[slug] for slug in page.get("serves", ()) if slug in actions]
    LessonServes.objects.bulk_create(LessonServes(lesson=lesson, action_id=action) for action in served)
    blocks = [_block(by, unit.course, block, folder) for block in page.get("blocks", ())]
    Block.objects.bulk_create(Block(lesson=lesson, place=number, **block) for number, block in enumerate(blocks, start=1))
    questions = [Question(lesson=lesson, place=number, **_question(page)) for number, page in enumerate(quiz.get("questions", ()), start=1)]
    for question in questions:
        refuse_incomplete(question)
    Question.objects.bulk_create(questions)


def _block(by: Person, course: Course, page: Mapping[str, Any], folder: Path | None) -> dict[str, Any]:
    sheet: dict[str, Any] = {
        "title": page.get("title", ""),
        "text": page.get("markdown", page.get("note", page.get("caption", ""))),
        "alt": page.get("alt", ""),
        "is_decorative": page.get("decorative", False),
        "transcript": page.get("transcript", ""),
        "is_captioned": page.get("captioned", False),
        "seconds": page.get("seconds", 0),
        "is_printable": page.get("printable", False),
    }
    if page["kind"] == WORKSHEET:
        sheet["sheet"] = {name: page[name] for name in ("columns", "rows", "fields", "totals", "example") if name in page}
    if folder is not None:
        sheet |= {
            "file": _file(by, course, folder, page.get("file"), page["kind"]),
            "poster": _file(by, course, folder, page.get("poster"), IMAGE),
        }
    return {"kind": page["kind"], **block_columns(course.pk, sheet)}


def _file(by: Person, course: Course, folder: Path, name: str | None, kind: str) -> UUID | None:
    """Looked at as if somebody had sent it."""
    if not name:
        return None
    path = folder / name
    with path.open("rb") as file:
        sent = UploadedFile(file, path.name, size=path.stat().st_size)
        stored = accept(sent, by=by, institution=course.institution, families=_FAMILIES[kind], belongs=(FILES, course.pk))
    return stored.id


def _question(page: Mapping[str, Any]) -> dict[str, Any]:
    kind, right = page["kind"], page.get("right")
    columns = {
        "kind": kind,
        "prompt": page["prompt"],
        "options": list(page.get("options", ())),
        "unit": page.get("unit", ""),
        "points": page.get("points", 1),
        "feedback_right": page.get("feedback_right", ""),
        "feedback_wrong": page.get("feedback_wrong", ""),
    }
    if kind == NUMBER:
        return columns | {"value": _decimal(right), "tolerance": _decimal(page.get("tolerance", 0))}
    if kind == SHORT:
        return columns | {"accepted": list(page["accepted"])}
    return columns | {"right": list(right) if isinstance(right, list) else [right]}


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))
