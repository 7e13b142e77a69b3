"""A survey's canonical content: the survey, about what, and from when to when. Answers are facts and stand beside it."""

from typing import Any

VERSION = 1


def content(survey: Any) -> dict[str, Any]:
    return {
        "kind": survey.kind,
        "title": survey.title,
        "form": survey.form,
        "is_anonymous": survey.is_anonymous,
        "is_standing": survey.is_standing,
        "opens": survey.opens,
        "closes": survey.closes,
        "subject_kind": survey.subject_kind,
        "subject_id": survey.subject_id,
    }
