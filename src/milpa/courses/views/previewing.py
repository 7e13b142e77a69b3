"""A course as the learner sees it, before it is out: for its authors, and for partners who want to know what is taught."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from milpa.courses import pinned
from milpa.courses.models import Course, CoursePublished
from milpa.courses.views.desk_fetching import WRITE, around, course_of, is_own
from milpa.people.doors import may
from milpa.web import formats


def _read(request: Any, course: Course) -> pinned.Course:
    """Its authors see what they are writing; everybody else what is published."""
    if is_own(request, course.programme, WRITE):
        return pinned.draft_of(course)
    published = CoursePublished.objects.newest(course)
    if published is None:
        raise Http404
    return pinned.course_at(course.pk, published.number)


@may("courses.see")
@require_safe
def preview(request: Any, programme: UUID, course: UUID) -> HttpResponse:
    found = course_of(request, programme, course)
    whole = _read(request, found)
    author = is_own(request, found.programme, WRITE)
    back = reverse("courses:author", args=[programme, course]) if author else reverse("courses:courses", args=[programme])
    values = {
        "heading": str(whole.title),
        "state": whole.outcome,
        "summary": whole.summary,
        "units": [_unit(found, unit) for unit in whole.units],
        "back": back,
        "may_author": author,
        "lesson": None,
    }
    return render(request, "courses/desk/preview.html", around(found, **values))


def _unit(course: Course, unit: pinned.Unit) -> dict[str, Any]:
    lessons = [
        {
            "title": lesson.title,
            "meta": _meta(lesson),
            "url": reverse("courses:preview_lesson", args=[course.programme_id, course.pk, lesson.id]),
        }
        for lesson in unit.lessons
    ]
    practice = unit.practice.title if unit.practice else ""
    return {"title": f"{unit.number}. {unit.title}", "goal": unit.goal, "lessons": lessons, "practice": practice}


def _meta(lesson: pinned.Lesson) -> str:
    said = [_("{n} min").format(n=lesson.minutes)]
    if lesson.bytes:
        said.append(formats.filesize(lesson.bytes))
    if lesson.questions:
        said.append(ngettext("%(num)s question", "%(num)s questions", len(lesson.questions)) % {"num": len(lesson.questions)})
    return " · ".join(said)


@may("courses.see")
@require_safe
def preview_lesson(request: Any, programme: UUID, course: UUID, lesson: UUID) -> HttpResponse:
    found = course_of(request, programme, course)
    whole = _read(request, found)
    read = whole.lesson(lesson)
    if read is None:
        raise Http404
    author = is_own(request, found.programme, WRITE)
    following = whole.after(read)
    name = "courses:author_lesson" if author else "courses:preview"
    values = {
        "heading": read.title,
        "state": _meta(read),
        "lesson": {"blocks": read.blocks, "questions": [_question(question) for question in read.questions]},
        "following": following and {
            "title": following.title,
            "url": reverse("courses:preview_lesson", args=[programme, course, following.id]),
        },
        "back": reverse(name, args=[programme, course, lesson] if author else [programme, course]),
        "may_author": author,
    }  # fmt: skip
    return render(request, "courses/desk/preview.html", around(found, **values))


def _question(question: pinned.Question) -> dict[str, Any]:
    return {"prompt": question.prompt, "shown": question.options or [_("They write the answer themselves.")]}
