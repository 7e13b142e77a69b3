"""What `courses` tells the packages before it: evidence, what waits, the thread, whom a questionnaire asks, who reads which file."""

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.courses import (
    certificate_list,
    cohort,
    enrolment_list,
    evidence,
    evidence_of_learning,
    groups,
    holding,
    standings,
    taking_part,
    threading,
)
from milpa.courses.actions.lessons import FILES
from milpa.courses.actions.practising import PHOTO
from milpa.courses.models import Attendance, Course, CourseEdition, Enrolment, PracticeSent
from milpa.courses.waiting_for import waits
from milpa.people.registries import Personal, personal
from milpa.people.roles import LEARNERS, STAFF
from milpa.people.standing import roles_of
from milpa.programmes import registries as programmes
from milpa.surveys import registries as surveys
from milpa.web import registries as web
from milpa.web import uploads
from milpa.web.addresses import url

ASKED_FOR = timedelta(days=14)  # how long a questionnaire about an edition is open after its last day


def places(request: HttpRequest) -> list[tuple[str, str]]:
    person = getattr(request, "person", None)
    if person is None or roles_of(person) & STAFF or not roles_of(person) & LEARNERS:
        return []
    return [(_("My courses"), url("courses:home"))]


def titles(ids: Iterable[UUID]) -> dict[UUID, str]:
    return dict(CourseEdition.objects.filter(id__in=list(ids)).values_list("id", "title"))


def links(ids: Iterable[UUID]) -> dict[UUID, str]:
    rows = CourseEdition.objects.filter(id__in=list(ids)).values_list("id", "programme")
    return {id: reverse("courses:edition", args=[programme, id]) for id, programme in rows}


def audience(ids: Iterable[UUID]) -> dict[UUID, dict[UUID, UUID | None]]:
    """Everyone who started: opened one lesson or attended once, those who left included. Two queries and one of `records`."""
    wanted = list(ids)
    rows = list(Enrolment.objects.filter(edition__in=wanted, voided_by=None).values_list("id", "edition", "person", "enterprise"))
    started = set(standings.done_of([row[0] for row in rows]))
    came = Attendance.objects.filter(enrolment__in=[row[0] for row in rows], voided_by=None, was_there=True)
    started |= set(came.values_list("enrolment", flat=True))
    found: dict[UUID, dict[UUID, UUID | None]] = {id: {} for id in wanted}
    for enrolment, edition, person, enterprise in rows:
        if enrolment in started:
            found[edition][person] = enterprise
    return found


def enrolled(ids: Iterable[UUID]) -> dict[UUID, dict[UUID, UUID | None]]:
    """Everyone who has a place: whom a baseline or a follow-up is for. One query."""
    found: dict[UUID, dict[UUID, UUID | None]] = {id: {} for id in ids}
    standing = Enrolment.objects.filter(edition__in=list(found), voided_by=None)
    for edition, person, enterprise in standing.values_list("edition", "person", "enterprise"):
        found[edition][person] = enterprise
    return found


def windows(ids: Iterable[UUID]) -> dict[UUID, tuple[Any, Any]]:
    return {id: (ends, ends + ASKED_FOR) for id, ends in CourseEdition.objects.filter(id__in=list(ids)).values_list("id", "ends_on")}


def files_of_courses(person: Any, ids: Collection[UUID]) -> set[UUID]:
    """Whoever may see the course, and everybody enrolled in an edition of it."""
    if person is None:
        return set()
    seen = set(Course.objects.open_to(person).filter(id__in=ids).values_list("id", flat=True))
    mine = Enrolment.objects.of(person).filter(edition__course__in=ids).values_list("edition__course", flat=True)
    return seen | set(mine)


def files_of_practices(person: Any, ids: Collection[UUID]) -> set[UUID]:
    """One's own, and those of whom one teaches or accompanies."""
    if person is None:
        return set()
    mine = PracticeSent.objects.filter(id__in=ids, enrolment__person=person)
    taught = PracticeSent.objects.open_to(person, "courses.see_people").filter(id__in=ids)
    return set(mine.values_list("id", flat=True)) | set(taught.values_list("id", flat=True))


def found_courses(person: Any, ids: Collection[UUID]) -> set[UUID]:
    return set(Course.objects.open_to(person).filter(id__in=ids).values_list("id", flat=True))


programmes.evidence |= {
    "courses.ready": evidence.ready,
    "courses.enrolled": evidence.enrolled,
    "courses.enrolled_diagnosed": evidence.enrolled_diagnosed,
    "courses.levelling_offered": evidence.levelling_offered,
    "courses.onboarded": evidence_of_learning.onboarded,
    "courses.baseline_available": evidence_of_learning.baseline_available,
    "courses.edition_finished": evidence.edition_finished,
    "courses.certificates_issued": evidence_of_learning.certificates_issued,
}
programmes.never_kept |= {"courses.onboarded", "courses.certificates_issued"}
programmes.waits["courses"] = waits
programmes.acts["courses"] = taking_part.acts
programmes.invited["courses"] = taking_part.invited
programmes.calendar["courses"] = taking_part.calendar
programmes.thread_kinds["lesson"] = programmes.ThreadKind(threading.knots, threading.programmes_of, threading.best)
programmes.thread_edges["action", "lesson"] = programmes.ThreadEdge(threading.forward, threading.back)
surveys.subjects["courses.edition"] = surveys.Subject(titles, links, audience, windows, enrolled)
personal["courses"] = Personal(holding.held, holding.export, holding.erase)
uploads.readers[FILES] = files_of_courses
uploads.readers[PHOTO] = files_of_practices
web.navigation.append(places)
web.search["courses.course"] = web.Searchable(gettext_lazy("Courses"), found_courses)
web.listings["course-enrolments"] = enrolment_list.enrolments
web.listings["course-groups"] = groups.listing
web.listings["course-group"] = cohort.group
web.listings["course-certificates"] = certificate_list.certificates
programmes.places.append(programmes.Place(gettext_lazy("Courses"), "courses:courses", "courses.see", 50))
