"""A lesson as the golden thread leads to it: learners go to their own, the programme's people read it with its thread."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from milpa.courses import drawn, pinned, reads
from milpa.courses.enrollable import programmes_for
from milpa.courses.models import Course, CourseEdition, CoursePublished
from milpa.courses.models import Lesson as LessonRow
from milpa.people.doors import signed_in
from milpa.programmes.threads import thread_context


@signed_in
@require_safe
def lesson(request: Any, lesson_id: UUID) -> HttpResponse:
    for seat in reads.seats(request.person.pk):
        if pinned.course_at(seat.course, seat.revision).lesson(lesson_id) is not None:
            return redirect("courses:learn", seat.enrolment, lesson_id)
    row = LessonRow.objects.filter(id=lesson_id).select_related("unit__course__programme").first()
    if row is None:
        raise Http404
    if Course.objects.open_to(request.person).filter(id=row.unit.course_id).exists():
        return _read(request, row.unit.course, lesson_id)
    return _to_the_door(request, row.unit.course)


def _read(request: Any, row: Course, lesson_id: UUID) -> HttpResponse:
    published = CoursePublished.objects.newest(row)
    course = pinned.course_at(row.pk, published.number) if published else pinned.draft_of(row)
    found = course.lesson(lesson_id)
    if found is None:  # written since the course was published
        course = pinned.draft_of(row)
        found = course.lesson(lesson_id)
    assert found is not None  # the row was just read
    is_taught = published is not None and course.number == published.number
    values = {
        "course": course,
        "row": row,
        "lesson": found,
        "blocks": drawn.blocks_of(course, found) if is_taught else None,
        "thread": thread_context("lesson", lesson_id, request.person),
        "is_taught": is_taught,
    }
    return render(request, "courses/learner/lesson_of_thread.html", values)


def _to_the_door(request: Any, course: Course) -> HttpResponse:
    """Whoever could have a place is led to the newest edition's public page; for everybody else there is nothing here."""
    editions = CourseEdition.objects.going_on().filter(course=course, programme__in=programmes_for(request.person))
    newest = editions.order_by("-starts_on").first()
    if newest is None:
        raise Http404
    return redirect("courses:public", newest.code)
