"""How every page of the desk comes to its course or edition: scoped to what the person may, or a 404."""

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404

from milpa.courses.models import Course, CourseEdition
from milpa.people.standing import may as person_may
from milpa.programmes.banner import banner_of

WRITE, PUBLISH, ANNOUNCE, ENROL = "courses.write", "courses.publish", "courses.announce", "courses.enrol"
SEE_PEOPLE, TEACH, CLOSE, CERTIFY = "courses.see_people", "courses.teach", "courses.close", "courses.certify"


def course_of(request: Any, programme: UUID, course: UUID, verb: str = "courses.see") -> Course:
    """Raises Http404."""
    found = Course.objects.open_to(request.person, verb).select_related("programme__institution")
    return get_object_or_404(found, id=course, programme=programme)


def edition_of(request: Any, programme: UUID, edition: UUID, verb: str = "courses.see") -> CourseEdition:
    """Raises Http404."""
    found = CourseEdition.objects.open_to(request.person, verb).select_related("programme__institution", "course")
    return get_object_or_404(found, id=edition, programme=programme)


def is_own(request: Any, programme: Any, verb: str) -> bool:
    """Whether the person may do the verb as the programme's own staff."""
    return person_may(request.person, verb) and programme.institution_id == request.person.institution_id


def around(thing: Any, **values: Any) -> dict[str, Any]:
    """The page's values with the programme of a course or an edition, and its banner."""
    return {"programme": thing.programme, "banner": banner_of(thing.programme), **values}
