"""The enrolment that a learner's page is about: their own, or none."""

from typing import Any
from uuid import UUID

from django.http import Http404

from milpa.courses import pinned, reads


def own_seat(request: Any, enrolment_id: UUID) -> reads.Seat:
    """Raises Http404 for another's enrolment as for none."""
    seat = reads.seat(request.person.pk, enrolment_id)
    if seat is None:
        raise Http404
    return seat


def shown(seat: reads.Seat, lesson_id: UUID) -> tuple[pinned.Course, pinned.Lesson]:
    """Raises Http404 for a lesson that is not in what the edition teaches now."""
    course = pinned.course_at(seat.course, seat.revision)
    lesson = course.lesson(lesson_id)
    if lesson is None:
        raise Http404
    return course, lesson
