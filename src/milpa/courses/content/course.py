"""A course's canonical content: everything that learners read, and what its authors keep beside it."""

from typing import Any

VERSION = 1

_BLOCK = (
    "id", "kind", "title", "text", "alt", "is_decorative", "transcript", "is_captioned", "seconds", "file", "file_name", "bytes", "width",
    "height", "poster", "poster_name", "sheet", "is_printable",
)  # fmt: skip
_QUESTION = (
    "id", "kind", "prompt", "options", "right", "value", "tolerance", "unit", "accepted", "points", "feedback_right", "feedback_wrong",
)  # fmt: skip
_CERTIFICATE = ("lessons", "attendance", "practices", "quiz")


def content(course: Any) -> dict[str, Any]:
    units = course.units.select_related("practice").prefetch_related("lessons__blocks", "lessons__questions", "lessons__serves")
    return {
        "kind": course.kind,
        "title": course.title,
        "summary": course.summary,
        "outcome": course.outcome,
        "language": course.language,
        "hours": course.hours,
        "hours_note": course.hours_note,
        "licence": course.licence,
        "is_illustrative": course.is_illustrative,
        "certificate": certificate(course),
        "units": [_unit(unit) for unit in units],
    }


def certificate(holder: Any) -> dict[str, Any] | None:
    """The rules for the certificate of a course or an edition; None where it gives none."""
    if not holder.gives_certificate:
        return None
    return {name: getattr(holder, f"certificate_{name}") for name in _CERTIFICATE} | {"says": holder.certificate_says}


def _unit(unit: Any) -> dict[str, Any]:
    practice = getattr(unit, "practice", None)
    return {
        "id": unit.id,
        "title": unit.title,
        "goal": unit.goal,
        "task": unit.task,
        "is_printable": unit.is_printable,
        "lessons": [_lesson(lesson) for lesson in unit.lessons.all()],
        "practice": practice
        and {
            "id": practice.id,
            "title": practice.title,
            "prompt": practice.prompt,
            "asks_photo": practice.asks_photo,
            "guide": practice.guide,
        },
    }


def _lesson(lesson: Any) -> dict[str, Any]:
    return {
        "id": lesson.id,
        "title": lesson.title,
        "minutes": lesson.minutes,
        "is_optional": lesson.is_optional,
        "pass_share": lesson.pass_share,
        "serves": sorted(str(row.action_id) for row in lesson.serves.all()),
        "blocks": [{name: getattr(block, name) for name in _BLOCK} for block in lesson.blocks.all()],
        "questions": [{name: getattr(question, name) for name in _QUESTION} for question in lesson.questions.all()],
    }
