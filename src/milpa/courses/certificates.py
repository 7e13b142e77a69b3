"""A certificate as plain values: for its page of verification, its PDF, and the list of an edition."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.urls import reverse

from milpa.courses import pinned, standings
from milpa.courses.models import CertificateIssued, EditionInstructor
from milpa.courses.wording import certificate_rules
from milpa.ledger.models import Voided

LETTERS_APART = 4


@dataclass(frozen=True, slots=True)
class Certificate:
    """`withdrawn_on` and `why`: it is no longer valid."""

    id: UUID
    name: str
    course: str
    edition: str
    outcome: str
    hours: Decimal
    starts_on: date
    ends_on: date
    issued_on: datetime
    institution: str
    country: str
    code: str
    url: str
    instructor: str
    rules: str
    illustrative: bool
    withdrawn_on: datetime | None = None
    why: str = ""


def read(facts: Any) -> list[Certificate]:
    """Of certificates as a queryset: one query, one more for those withdrawn, and one a course revision that was not read before."""
    first_instructor = EditionInstructor.objects.filter(edition=OuterRef("enrolment__edition")).order_by("id")
    rows = list(
        facts.select_related("enrolment__person", "enrolment__edition", "institution").annotate(
            instructor=Subquery(first_instructor.values("membership__person__name")[:1])
        )
    )
    voids = _voids([row.voided_by for row in rows if row.voided_by])
    return [_certificate(row, voids.get(row.voided_by)) for row in rows]


def _voids(ids: Iterable[UUID]) -> dict[Any, Voided]:
    wanted = list(ids)
    return Voided.objects.in_bulk(wanted) if wanted else {}


def _certificate(row: Any, voided: Voided | None) -> Certificate:
    edition = row.enrolment.edition
    course = pinned.course_at(edition.course_id, edition.course_revision)
    return Certificate(
        id=row.id,
        name=row.enrolment.person.name,
        course=str(course.title),
        edition=edition.title,
        outcome=course.outcome,
        hours=row.hours,
        starts_on=edition.starts_on,
        ends_on=edition.ends_on,
        issued_on=row.recorded_at,
        institution=row.institution.name,
        country=row.institution.country,
        code=shown_code(row.code),
        url=settings.ORIGIN + reverse("courses:verify", args=[row.code]),
        instructor=row.instructor or "",
        rules="; ".join(certificate_rules(standings.rules_of(edition))),
        illustrative=row.institution.is_demonstration,
        withdrawn_on=voided and voided.recorded_at,
        why=voided.why if voided else "",
    )


def by_code(code: str) -> Certificate | None:
    """Whoever holds the code may read it; written with or without its dash, in small letters or capitals."""
    found = read(CertificateIssued.objects.filter(code=bare_code(code))[:1])
    return found[0] if found else None


def bare_code(code: str) -> str:
    return "".join(sign for sign in code.upper() if sign.isalnum())


def shown_code(code: str) -> str:
    """In groups that can be read aloud."""
    return "-".join(code[start : start + LETTERS_APART] for start in range(0, len(code), LETTERS_APART))
