"""One course of a learner: its units and lessons with what is done, its meetings, and what the certificate still asks for."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from milpa.courses import my_learning, pinned, reads, standings
from milpa.courses.models import CourseEdition, EditionInstructor
from milpa.courses.rules import certificate
from milpa.courses.wording import certificate_rules, lack_words
from milpa.ledger import clock


@dataclass(frozen=True, slots=True)
class LessonLine:
    lesson: pinned.Lesson
    is_done: bool
    is_next: bool


@dataclass(frozen=True, slots=True)
class UnitLines:
    unit: pinned.Unit
    lessons: tuple[LessonLine, ...]
    opens_on: Any
    is_wanted: bool  # of remedial units: one of the person's gaps
    practice: reads.Sent | None  # the newest sent


@dataclass(frozen=True, slots=True)
class Page:
    studied: my_learning.Studied
    units: tuple[UnitLines, ...]
    instructors: tuple[str, ...]
    sessions: tuple[Any, ...]  # those to come
    rules: tuple[str, ...]
    decision: certificate.Decision | None
    certificate: reads.Certificate | None

    @property
    def lacks(self) -> list[str]:
        return [lack_words(lack) for lack in self.decision.lacks] if self.decision else []


def page_of(seat: reads.Seat, group: UUID | None = None) -> Page:
    """`group`: the one that the learner is in; meetings of others are left out. Seven queries and one of `records`, whatever the course."""
    [studied] = my_learning.studied_of(seat.person, [seat])
    teaching = Prefetch("instructors", EditionInstructor.objects.select_related("membership__person"))
    edition = CourseEdition.objects.prefetch_related(teaching, "sessions", "unit_days").get(id=seat.edition)
    sent = reads.sent([seat.enrolment])
    newest = {one.unit: one for one in sent}
    days = {str(row.unit): row.opens_on for row in edition.unit_days.all()}
    return Page(
        studied,
        tuple(_unit(unit, studied, days.get(unit.id), newest.get(UUID(unit.id))) for unit in studied.course.units),
        tuple(row.membership.person.name for row in edition.instructors.all()),
        tuple(row for row in edition.sessions.all() if row.starts_at >= clock.now() and row.group_id in (None, group)),
        tuple(certificate_rules(standings.rules_of(edition))) if edition.gives_certificate else (),
        _decision(studied, edition, sent) if edition.gives_certificate else None,
        next((one for one in reads.certificates(seat.person) if one.enrolment == seat.enrolment), None),
    )


def _unit(unit: pinned.Unit, studied: my_learning.Studied, opens_on: Any, sent: reads.Sent | None) -> UnitLines:
    counted = next(row for row in studied.progress.units if row.unit == unit.id)
    lines = tuple(LessonLine(lesson, lesson.id in studied.done.completed, lesson.id == studied.progress.next) for lesson in unit.lessons)
    return UnitLines(unit, lines, opens_on, counted.of > 0, sent)


def _decision(studied: my_learning.Studied, edition: CourseEdition, sent: list[reads.Sent]) -> certificate.Decision:
    enrolment = studied.seat.enrolment
    well = {one.unit for one in sent if one.is_well}
    reached, of = standings.quiz_points(standings.points_of(studied.course), studied.done)
    record = certificate.Record(
        studied.progress.done,
        studied.progress.of,
        *standings.attendance_of([edition]).of(edition.pk, enrolment),
        len(well),
        reached,
        of,
    )
    return certificate.decision(standings.rules_of(edition), record)
