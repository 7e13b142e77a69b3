"""A lesson's blocks as HTML, drawn once: a revision never changes, and its texts need not be read anew for every learner."""

from functools import lru_cache
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override

from milpa.courses import pinned

MOST = 512  # lessons in the memory of one process, some 10 kB each


def blocks_of(course: pinned.Course, lesson: pinned.Lesson) -> SafeString:
    return _drawn(course.id, course.number, lesson.id, get_language() or course.language)


@lru_cache(maxsize=MOST)
def _drawn(course: UUID, number: int, lesson: str, language: str) -> SafeString:
    whole = pinned.course_at(course, number)
    found = whole.lesson(lesson)
    with override(language):
        values = {"blocks": found.blocks if found else (), "language": whole.language}
        return mark_safe(render_to_string("courses/learner/_blocks.html", values))  # a template of ours, which escapes what people wrote
