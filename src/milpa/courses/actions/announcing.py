"""An edition of a course: announced with its rules, changed, brought to the newest text."""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.courses import pinned
from milpa.courses.actions.writing import change, kept
from milpa.courses.models import Course, CourseEdition, CoursePublished, EditionInstructor, UnitDay
from milpa.courses.refusals import DatesOutOfOrder, NotPublished, TooManyKept
from milpa.people.models import Membership, Person
from milpa.programmes.touching import touch

ANNOUNCED = (
    "title", "welcome", "starts_on", "ends_on", "enrol_from", "enrol_until", "places", "for_women", "for_micro", "for_rural",
    "reserved_until", "offer_days", "hours", "gives_certificate", "certificate_lessons", "certificate_attendance", "certificate_practices",
    "certificate_quiz", "certificate_says",
)  # fmt: skip
FROM_COURSE = (
    "hours", "gives_certificate", "certificate_lessons", "certificate_attendance", "certificate_practices", "certificate_quiz",
    "certificate_says",
)  # fmt: skip
KEYS = ("courses.enrolled", "courses.enrolled_diagnosed", "courses.levelling_offered", "courses.edition_finished")
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is taken for another on paper
CODE_LENGTH = 6


def announce_edition(
    by: Person, course_id: UUID, id: UUID, sheet: Mapping[str, Any], *, instructors: Iterable[UUID] = (),
    unit_days: Mapping[UUID, date] | None = None,
) -> CourseEdition:  # fmt: skip
    """Announces an edition of the newest published text. `sheet`: ANNOUNCED; hours and rules of the certificate are the course's if unsaid.

    instructors: memberships. unit_days: unit -> the day from which it is on the plan; spread evenly if unsaid. Sent twice it is one.
    Raises Course.DoesNotExist, NotPublished, DatesOutOfOrder, TooManyKept.
    """
    with transaction.atomic():
        course = Course.objects.open_to(by, "courses.announce").exclude(programme=None).get(id=course_id)
        known = CourseEdition.objects.filter(id=id, course=course).first()
        if known is not None:
            return known
        published = CoursePublished.objects.newest(course)
        if published is None:
            raise NotPublished
        said = {name: getattr(course, name) for name in FROM_COURSE} | {"title": str(course)} | kept(dict(sheet), ANNOUNCED)
        edition = CourseEdition(
            id=id, institution_id=course.institution_id, course=course, course_revision=published.number, programme=course.programme,
            code=_code(), **said,
        )  # fmt: skip
        refuse_impossible(edition)
        edition.save(force_insert=True)
        _set_instructors(edition, instructors)
        _set_days(edition, unit_days if unit_days is not None else spread(edition))
        ledger.revise(edition, 0, by=by, why=edition.title)
        touch(edition.programme_id, *KEYS)
        return edition


@contextmanager
def changing(by: Person, edition_id: UUID, was: int, verb: str = "courses.announce", why: str = "") -> Iterator[CourseEdition]:
    """The frame of every save of an edition. Raises CourseEdition.DoesNotExist, StaleRevision."""
    with transaction.atomic():
        edition = CourseEdition.objects.open_to(by, verb).select_for_update(of=("self",)).get(id=edition_id)
        yield edition
        ledger.revise(edition, was, by=by, why=why)
        touch(edition.programme_id, *KEYS)


def change_edition(
    by: Person, edition_id: UUID, was: int, sheet: Mapping[str, Any], *, instructors: Iterable[UUID] | None = None,
    unit_days: Mapping[UUID, date] | None = None,
) -> CourseEdition:  # fmt: skip
    """Changes what was announced; what is left out stays. Raises DatesOutOfOrder, TooManyKept, StaleRevision."""
    with changing(by, edition_id, was) as edition:
        change(edition, kept(dict(sheet), ANNOUNCED))
        refuse_impossible(edition)
        if instructors is not None:
            _set_instructors(edition, instructors)
        if unit_days is not None:
            _set_days(edition, unit_days)
        return edition


def renew_edition(by: Person, edition_id: UUID, was: int) -> CourseEdition:
    """From now on the edition's learners read the newest published text; what they did stays. Raises NotPublished, StaleRevision."""
    with changing(by, edition_id, was, "courses.write") as edition:
        published = CoursePublished.objects.newest(edition.course_id)
        if published is None:
            raise NotPublished
        if published.number != edition.course_revision:
            before = {"revision_before": edition.course_revision, "renewed_at": ledger.now()}
            change(edition, before | {"course_revision": published.number})
        return edition


def refuse_impossible(edition: CourseEdition) -> None:
    """Raises DatesOutOfOrder, TooManyKept."""
    if not edition.enrol_from <= edition.enrol_until or not edition.starts_on <= edition.ends_on or edition.enrol_from > edition.ends_on:
        raise DatesOutOfOrder
    reserved = edition.for_women + edition.for_micro + edition.for_rural
    if reserved > edition.places:
        raise TooManyKept(kept=reserved, places=edition.places)


def spread(edition: CourseEdition) -> dict[UUID, date]:
    """unit -> its first day, the edition's days given out by the number of lessons."""
    units = pinned.course_at(edition.course_id, edition.course_revision).units
    lessons, days = sum(len(unit.lessons) for unit in units), (edition.ends_on - edition.starts_on).days
    found, before = {}, 0
    for unit in units:
        found[UUID(unit.id)] = edition.starts_on + timedelta(days=days * before // max(1, lessons))
        before += len(unit.lessons)
    return found


def _set_instructors(edition: CourseEdition, memberships: Iterable[UUID]) -> None:
    """Memberships of the owner's institution that are open; others are left out."""
    wanted = set(
        Membership.objects.open().filter(id__in=list(memberships), institution=edition.institution_id).values_list("id", flat=True)
    )
    edition.instructors.exclude(membership__in=wanted).delete()
    known = set(edition.instructors.values_list("membership", flat=True))
    EditionInstructor.objects.bulk_create(EditionInstructor(edition=edition, membership_id=id) for id in sorted(wanted - known))


def _set_days(edition: CourseEdition, days: Mapping[UUID, date]) -> None:
    edition.unit_days.all().delete()
    UnitDay.objects.bulk_create(UnitDay(edition=edition, unit=unit, opens_on=day) for unit, day in days.items())


def _code() -> str:
    while True:
        code = "".join(secrets.choice(LETTERS) for _letter in range(CODE_LENGTH))
        if not CourseEdition.objects.filter(code=code).exists():
            return code
