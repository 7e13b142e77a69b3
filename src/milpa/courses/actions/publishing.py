"""A course goes out: one revision of it may be taught from now on."""

from uuid import UUID

from django.db import transaction
from django.urls import reverse

from milpa import ledger
from milpa.courses import pinned, weighing
from milpa.courses.actions.writing import KEYS
from milpa.courses.models import Course, CoursePublished
from milpa.courses.refusals import NothingToTeach, ReasonNeeded
from milpa.ledger.refusals import RevisionMovedOn
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.web.search import index

FOUND = "courses.course"  # the kind under which a course is found by its words


def publish_course(by: Person, course_id: UUID, number: int, id: UUID, why: str = "") -> CoursePublished:
    """Publishes revision `number`, the one that was read. With problems of weight or accessibility left it needs a reason.

    Raises Course.DoesNotExist, RevisionMovedOn, NothingToTeach, ReasonNeeded.
    """
    with transaction.atomic():
        course = Course.objects.open_to(by, "courses.publish").select_for_update(of=("self",)).get(id=course_id)
        content = pinned.draft_of(course)
        problems = sum(len(weight.problems) for weight in weighing.problems_of(content).values())
        fact = CoursePublished(
            id=id, by=by, institution_id=course.institution_id, course=course, number=number, problems=problems, why=why.strip()
        )
        known, new = ledger.recognise([fact])
        if new:
            if course.revision != number:
                raise RevisionMovedOn
            if not any(lesson.blocks or lesson.questions for lesson in content.lessons):
                raise NothingToTeach
            if problems and not fact.why:
                raise ReasonNeeded
            known += ledger.append(new)
            if course.programme_id:
                touch(course.programme_id, *KEYS)
                index(FOUND, course.pk, course.institution, str(course), _words(content), _address(course), course.language)
        published: CoursePublished = known[0]
        return published


def _words(content: pinned.Course) -> str:
    """What a course is found by: what it is for, and the names of its units and lessons."""
    titles = [title for unit in content.units for title in (unit.title, *(lesson.title for lesson in unit.lessons))]
    return " ".join([content.summary, content.outcome, *titles])


def _address(course: Course) -> str:
    return reverse("courses:preview", args=[course.programme_id, course.pk])
