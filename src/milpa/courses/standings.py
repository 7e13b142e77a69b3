"""How learners stand: what they completed, who falls behind, who met the rules. Statements are read in one query, facts in three."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from milpa.courses import pinned, quizzes, reads
from milpa.courses.done import DONE, Done
from milpa.courses.groups import grouped
from milpa.courses.models import Attendance, CourseEdition, Enrolment, PracticeCommented, UnitDay
from milpa.courses.models.course import REMEDIAL
from milpa.courses.rules import certificate, completion
from milpa.ledger import clock


@dataclass(frozen=True, slots=True)
class Member:
    """One enrolled person of a group, as who teaches sees them."""

    enrolment: UUID
    person: UUID
    name: str
    enterprise: str
    done: Done
    progress: completion.Progress
    behind: completion.Behind | None
    last_seen: datetime | None
    sessions_attended: int
    sessions_held: int
    practices_well: int
    quiz_share: float | None  # of the points of the quizzes answered so far
    decision: certificate.Decision
    has_left: bool
    group: UUID | None


def done_of(enrolments: Iterable[UUID]) -> dict[UUID, Done]:
    """Every enrolment's; who did nothing is not in it. One query of `records`."""
    return {enrolment: done for enrolment, done in reads.done(list(enrolments)).items() if done.last_seen}


def units_of(
    course: pinned.Course, days: Mapping[str, date] | None = None, ends: date | None = None, gaps: Collection[str] | None = None
) -> list[completion.Unit]:
    """The course as the rule takes it. A unit is due when the next begins, the last when the edition ends.

    gaps: of remedial units only those of the person's gaps count (None: all do).
    """
    starts = [(days or {}).get(unit.id) for unit in course.units]
    found = []
    for number, unit in enumerate(course.units):
        following = next((day for day in starts[number + 1 :] if day), None)
        due = (following - timedelta(days=1) if following else ends) if starts[number] else None
        aside = course.kind == REMEDIAL and gaps is not None and bool(unit.task) and unit.task not in gaps
        lessons = tuple(completion.Lesson(lesson.id, DONE, due, lesson.is_optional or aside) for lesson in unit.lessons)
        found.append(completion.Unit(unit.id, lessons))
    return found


def points_of(course: pinned.Course) -> dict[str, int]:
    """lesson -> what its quiz is worth."""
    return {lesson.id: quizzes.points_of(lesson) for lesson in course.lessons if lesson.questions}


def quiz_points(points: Mapping[str, int], done: Done) -> tuple[Fraction, Fraction]:
    """(reached, of) over all the quizzes of a course."""
    whole, parts = 0, Fraction(0)  # sums of fractions are slow, and most are whole
    for lesson, share in done.best.items():
        if lesson in points:
            reached = _reached(share, points[lesson])
            if reached.denominator == 1:
                whole += reached.numerator
            else:
                parts += reached
    return whole + parts, Fraction(sum(points.values()))


@lru_cache(maxsize=5000)
def _reached(share: float, points: int) -> Fraction:
    """A third that was kept as 0.333… is a third again."""
    return Fraction(share).limit_denominator(1000) * points


def rules_of(edition: CourseEdition) -> certificate.Rules:
    def share(value: Any) -> Fraction | None:
        return None if value is None else Fraction(value)

    return certificate.Rules(
        share(edition.certificate_lessons), share(edition.certificate_attendance), edition.certificate_practices,
        share(edition.certificate_quiz),
    )  # fmt: skip


def group(edition: CourseEdition, *, with_left: bool = False) -> list[Member]:
    """Everybody enrolled, by name. Four queries and one of `records`, whatever their number."""
    return groups([edition], with_left=with_left)[edition.pk]


def groups(editions: Sequence[CourseEdition], *, with_left: bool = False) -> dict[UUID, list[Member]]:
    """The same of several editions, in as many queries."""
    rows = grouped(Enrolment.objects.filter(edition__in=editions, voided_by=None)).select_related("person", "enterprise")
    rows = rows.only("edition", "person", "enterprise", "recorded_at", "closed_by", "person__name", "enterprise__name")
    enrolments = list((rows if with_left else rows.filter(closed_by=None)).order_by("person__name", "id"))
    return _members(editions, enrolments, done_of([enrolment.pk for enrolment in enrolments]))


def member(edition: CourseEdition, enrolment: Enrolment, done: Mapping[UUID, Done]) -> Member:
    """One of them, whose enrolment (`grouped`) and statements were read already. Three queries."""
    [found] = _members([edition], [enrolment], done)[edition.pk]
    return found


def _members(editions: Sequence[CourseEdition], enrolments: Sequence[Enrolment], done: Mapping[UUID, Done]) -> dict[UUID, list[Member]]:
    days: dict[UUID, dict[str, date]] = defaultdict(dict)
    for edition, unit, opens_on in UnitDay.objects.filter(edition__in=editions).values_list("edition", "unit", "opens_on"):
        days[edition][str(unit)] = opens_on
    attended = attendance_of(editions)
    well = practices_well(enrolment.pk for enrolment in enrolments)
    found: dict[UUID, list[Member]] = {edition.pk: [] for edition in editions}
    taught = {edition.pk: _Taught.of(edition, days[edition.pk]) for edition in editions}
    for row in enrolments:
        own = (done.get(row.pk, Done()), attended.of(row.edition_id, row.pk), well.get(row.pk, set()))
        found[row.edition_id].append(_member(row, taught[row.edition_id], *own))
    return found


@dataclass(frozen=True, slots=True)
class _Taught:
    """An edition with what its members are measured by."""

    edition: CourseEdition
    units: list[completion.Unit]
    points: dict[str, int]
    rules: certificate.Rules

    @classmethod
    def of(cls, edition: CourseEdition, days: Mapping[str, date]) -> "_Taught":
        course = pinned.course_at(edition.course_id, edition.course_revision)
        return cls(edition, units_of(course, days, edition.ends_on), points_of(course), rules_of(edition))


def _member(row: Enrolment, taught: _Taught, done: Done, attended: tuple[int, int], well: set[UUID]) -> Member:
    zone = ZoneInfo(settings.TIME_ZONE)
    so_far = completion.progress(taught.units, done.by_lesson)
    seen = done.last_seen.astimezone(zone).date() if done.last_seen else None
    began = max(taught.edition.starts_on, row.recorded_at.astimezone(zone).date())
    reached, of = quiz_points(taught.points, done)
    record = certificate.Record(so_far.done, so_far.of, *attended, len(well), reached, of)
    shares = list(done.best.values())
    return Member(
        enrolment=row.pk,
        person=row.person_id,
        name=row.person.name,
        enterprise=row.enterprise.name if row.enterprise else "",
        done=done,
        progress=so_far,
        behind=None if row.closed_by else completion.behind(taught.units, so_far, clock.today(), began, seen),
        last_seen=done.last_seen,
        sessions_attended=attended[0],
        sessions_held=attended[1],
        practices_well=len(well),
        quiz_share=sum(shares) / len(shares) if shares else None,
        decision=certificate.decision(taught.rules, record),
        has_left=row.closed_by is not None,
        group=row.in_group,
    )


@dataclass(frozen=True, slots=True)
class Attended:
    """A session for all counts for everybody once it was held; one for a group counts for whom its list held."""

    there: Mapping[UUID, Collection[UUID]]  # enrolment -> sessions that it was at
    for_all: Mapping[UUID, Collection[UUID]]  # edition -> sessions
    for_group: Mapping[UUID, Collection[UUID]]  # enrolment -> sessions of a group

    def of(self, edition: UUID, enrolment: UUID) -> tuple[int, int]:
        """At how many sessions, of how many that count."""
        held = len(self.for_all.get(edition, ())) + len(self.for_group.get(enrolment, ()))
        return len(self.there.get(enrolment, ())), held


def attendance_of(editions: Sequence[CourseEdition]) -> Attended:
    """By the newest mark of each in each session. One query."""
    newest: dict[tuple[UUID, UUID], bool] = {}
    for_all: dict[UUID, set[UUID]] = defaultdict(set)
    for_group: dict[UUID, set[UUID]] = defaultdict(set)
    rows = Attendance.objects.filter(session__edition__in=editions, voided_by=None).in_order()
    asked = ("enrolment", "session", "session__edition", "session__group", "was_there")
    for enrolment, session, edition, group, was_there in rows.values_list(*asked):
        newest[enrolment, session] = was_there
        (for_group[enrolment] if group else for_all[edition]).add(session)
    there: dict[UUID, set[UUID]] = defaultdict(set)
    for (enrolment, session), was_there in newest.items():
        if was_there:
            there[enrolment].add(session)
    return Attended(there, for_all, for_group)


def practices_well(enrolments: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """enrolment -> the units of which a practice was commented as well done, by the newest comment on it. One query."""
    newest: dict[UUID, tuple[UUID, UUID, bool]] = {}
    rows = PracticeCommented.objects.filter(practice__enrolment__in=list(enrolments), practice__voided_by=None, voided_by=None).in_order()
    for practice, *comment in rows.values_list("practice", "practice__enrolment", "practice__unit", "is_well"):
        newest[practice] = tuple(comment)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for enrolment, unit, is_well in newest.values():
        if is_well:
            found[enrolment].add(unit)
    return found


def decisions(edition: CourseEdition) -> dict[UUID, certificate.Decision]:
    """enrolment -> whether it met the announced rules, or what is lacking."""
    return {member.enrolment: member.decision for member in group(edition)}
