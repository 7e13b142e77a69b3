"""The learner's home and lesson: hand-written SQL, one function a question, plain values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db import connections

from milpa.courses.done import Done, read_done
from milpa.ledger.router import RECORDS


@dataclass(frozen=True, slots=True)
class Seat:
    """One enrolment of a person, with what its edition and course are."""

    enrolment: UUID
    institution: UUID
    person: UUID
    edition: UUID
    title: str
    code: str
    starts_on: date
    ends_on: date
    course: UUID
    revision: int
    revision_before: int | None
    renewed_at: datetime | None
    kind: str
    programme: UUID
    has_left: bool
    is_closed: bool

    @property
    def around(self) -> dict[str, Any]:
        """What every statement of this enrolment says of itself."""
        return {"institution": self.institution, "person": self.person, "registration": self.enrolment}


@dataclass(frozen=True, slots=True)
class Sent:
    """A practice sent, and the newest comment on it."""

    id: UUID
    enrolment: UUID
    unit: UUID
    sent_at: datetime
    text: str
    photo: UUID | None
    is_well: bool | None
    comment: str
    by: str
    commented_at: datetime | None


@dataclass(frozen=True, slots=True)
class Wish:
    """A place asked for and not held yet."""

    asked: UUID
    title: str
    code: str


@dataclass(frozen=True, slots=True)
class Certificate:
    enrolment: UUID
    title: str
    code: str
    issued_at: datetime


SEATS = """
SELECT e.id, e.institution_id, e.person_id, d.id, d.title, d.code, d.starts_on, d.ends_on, c.id, d.course_revision, d.revision_before,
       d.renewed_at, c.kind, d.programme_id, e.closed_by IS NOT NULL,
       EXISTS (SELECT 1 FROM courses_editionclosed x WHERE x.edition_id = d.id AND x.voided_by IS NULL)
FROM courses_enrolment e JOIN courses_courseedition d ON d.id = e.edition_id JOIN courses_course c ON c.id = d.course_id
WHERE e.person_id = %s AND e.voided_by IS NULL {one} ORDER BY d.starts_on DESC, e.id
"""
# COALESCE: an expression has no type of its own, so SQLite's driver leaves each moment as text; only the last of an enrolment is read.
DONE = """
SELECT registration, activity, completed_at IS NOT NULL, best, COALESCE(last_at, NULL)
FROM records_progress WHERE registration IN ({marks}) ORDER BY registration
"""
SENT = """
SELECT p.id, p.enrolment_id, p.unit, p.recorded_at, p.text, p.photo, c.is_well, c.text, w.name, c.recorded_at
FROM courses_practicesent p
LEFT JOIN courses_practicecommented c ON c.practice_id = p.id AND c.voided_by IS NULL
LEFT JOIN people_person w ON w.id = c.by_id
WHERE p.enrolment_id IN ({marks}) AND p.voided_by IS NULL ORDER BY p.recorded_at, c.recorded_at
"""
UNANSWERED = """
SELECT COUNT(*) FROM courses_{asked} a JOIN courses_enrolment e ON e.id = a.enrolment_id
WHERE e.edition_id = %s AND e.closed_by IS NULL AND a.voided_by IS NULL
AND NOT EXISTS (SELECT 1 FROM courses_{answer} x WHERE x.{of}_id = a.id AND x.voided_by IS NULL)
"""
TO_ANSWER = f"""
SELECT ({UNANSWERED.format(asked="practicesent", answer="practicecommented", of="practice")}),
       ({UNANSWERED.format(asked="helpasked", answer="helpgiven", of="asked")})
"""
WISHES = """
SELECT a.id, d.title, d.code FROM courses_placeasked a JOIN courses_courseedition d ON d.id = a.edition_id
WHERE a.person_id = %s AND a.voided_by IS NULL AND a.closed_by IS NULL
AND NOT EXISTS (SELECT 1 FROM courses_enrolment e WHERE e.asked_id = a.id AND e.voided_by IS NULL) ORDER BY a.recorded_at
"""
CERTIFICATES = """
SELECT i.enrolment_id, d.title, i.code, i.recorded_at FROM courses_certificateissued i
JOIN courses_enrolment e ON e.id = i.enrolment_id JOIN courses_courseedition d ON d.id = e.edition_id
WHERE e.person_id = %s AND i.voided_by IS NULL ORDER BY i.recorded_at DESC
"""


def seats(person: UUID) -> list[Seat]:
    """Every enrolment of the person, those that they left too, the newest edition first. One query."""
    return [_seat(row) for row in _rows("default", SEATS.format(one=""), [person])]


def seat(person: UUID, enrolment: UUID) -> Seat | None:
    """One enrolment, if it is this person's. One query."""
    return next((_seat(row) for row in _rows("default", SEATS.format(one="AND e.id = %s"), [person, enrolment])), None)


def done(enrolments: Sequence[UUID]) -> dict[UUID, Done]:
    """What each enrolment did; nobody is missing from the answer. One query of `records`."""
    found = dict.fromkeys(enrolments, Done())
    for registration, rows in groupby(_rows_in(RECORDS, DONE, enrolments), itemgetter(0)):
        own = list(rows)
        found[_uuid(registration)] = read_done((row[1:4] for row in own), _moment(max(row[4] for row in own)))
    return found


def sent(enrolments: Sequence[UUID]) -> list[Sent]:
    """Practices in the order in which they were sent, each with its newest comment. One query."""
    found: dict[UUID, Sent] = {}
    for id, enrolment, unit, at, text, photo, is_well, comment, by, commented_at in _rows_in("default", SENT, enrolments):
        well = None if is_well is None else bool(is_well)
        found[_uuid(id)] = Sent(
            _uuid(id), _uuid(enrolment), _uuid(unit), _moment(at), text, photo and _uuid(photo), well, comment or "", by or "",
            _moment(commented_at),
        )  # fmt: skip
    return list(found.values())


def to_answer(edition: UUID) -> tuple[int, int]:
    """Practices and questions without an answer, of people who did not leave. One query."""
    [(practices, questions)] = _rows("default", TO_ANSWER, [edition, edition])
    return practices, questions


def wishes(person: UUID) -> list[Wish]:
    """Places asked for that the person waits for. One query."""
    return [Wish(_uuid(id), title, code) for id, title, code in _rows("default", WISHES, [person])]


def certificates(person: UUID) -> list[Certificate]:
    """Those that hold, the newest first. One query."""
    rows = _rows("default", CERTIFICATES, [person])
    return [Certificate(_uuid(enrolment), title, code, _moment(at)) for enrolment, title, code, at in rows]


def _rows_in(using: str, sql: str, ids: Sequence[UUID]) -> Iterable[Any]:
    return _rows(using, sql.format(marks=", ".join(["%s"] * len(ids))), ids) if ids else []


def _rows(using: str, sql: str, ids: Sequence[UUID]) -> Iterable[Any]:
    connection = connections[using]
    values = list(ids) if connection.features.has_native_uuid_field else [id.hex for id in ids]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows: list[Any] = cursor.fetchall()
    return rows


def _seat(row: Sequence[Any]) -> Seat:
    ids = [_uuid(value) for value in row[:4]]
    title, code, starts, ends, course, revision, before, renewed, kind, programme, left, closed = row[4:]
    return Seat(
        *ids, title, code, _day(starts), _day(ends), _uuid(course), revision, before, _moment(renewed), kind, _uuid(programme), bool(left),
        bool(closed),
    )  # fmt: skip


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _moment(value: Any) -> Any:
    """SQLite's driver gives text, or a naive moment in UTC."""
    if value is None:
        return None
    read = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return read if read.tzinfo else read.replace(tzinfo=UTC)
