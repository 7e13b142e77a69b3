"""What a learner's home and course page show: plain values, in the learner's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from milpa.courses import pinned, reads, standings
from milpa.courses.done import Done
from milpa.courses.models.course import ONBOARDING, REMEDIAL
from milpa.courses.rules import completion
from milpa.programmes.remembering import Mark, mark, remembered
from milpa.readiness.levelled import levelled
from milpa.readiness.rules.offers import Choice

UNDER_WAY, FINISHED, LEFT = "under_way", "finished", "left"


@dataclass(frozen=True, slots=True)
class Studied:
    """One enrolment with its course and how far it has come."""

    seat: reads.Seat
    course: pinned.Course
    done: Done
    progress: completion.Progress

    @property
    def state(self) -> str:
        if self.seat.has_left:
            return LEFT
        return FINISHED if self.progress.is_complete or self.seat.is_closed else UNDER_WAY

    @property
    def next(self) -> pinned.Lesson | None:
        return self.course.lesson(self.progress.next) if self.progress.next else None


@dataclass(frozen=True, slots=True)
class Comment:
    """A practice that the instructor commented, the newest of its unit."""

    sent: reads.Sent
    title: str
    url_args: tuple[UUID, UUID]


@dataclass(frozen=True, slots=True)
class Home:
    next: Studied | None
    courses: tuple[Studied, ...]
    comments: tuple[Comment, ...]
    wishes: tuple[reads.Wish, ...]
    certificates: tuple[reads.Certificate, ...]
    today: date


def home_of(person: Any, today: date, now: Mark) -> Home:
    """Four queries and one of `records`; two more for who is in remedial units, when something was recorded since `now`."""
    seats = reads.seats(person.pk)
    studied = studied_of(person.pk, seats, now)
    sent = reads.sent([one.seat.enrolment for one in studied if one.state != LEFT])
    return Home(
        _next(studied, today),
        tuple(studied),
        _comments(studied, sent),
        tuple(reads.wishes(person.pk)),
        tuple(reads.certificates(person.pk)),
        today,
    )


def studied_of(person: UUID, seats: Sequence[reads.Seat], now: Mark | None = None) -> list[Studied]:
    """How far each enrolment has come. One query of `records`, and what is asked for remedial units."""
    done = reads.done([seat.enrolment for seat in seats])
    gaps, before = _gaps(person, now or mark()) if any(seat.kind == REMEDIAL for seat in seats) else (None, False)
    found = [_studied(seat, done[seat.enrolment], gaps) for seat in seats]
    return sorted(found, key=lambda one: (one.seat.kind != ONBOARDING, one.seat.kind != REMEDIAL if before else False, one.seat.starts_on))


def _studied(seat: reads.Seat, done: Done, gaps: frozenset[str] | None) -> Studied:
    course = pinned.course_at(seat.course, seat.revision)
    progress = completion.progress(standings.units_of(course, gaps=gaps), done.by_lesson)
    return Studied(seat, course, done, progress)


def _gaps(person: UUID, now: Mark) -> tuple[frozenset[str], bool]:
    """(the tasks that remedial units are for, whether they come before the course), read anew when something was recorded."""

    def read() -> tuple[frozenset[str], bool]:
        [own] = levelled([person])
        return frozenset(own.gaps), own.chosen is Choice.BEFORE

    found: tuple[frozenset[str], bool] = remembered(now, ("gaps", person), read)
    return found


def _next(studied: Sequence[Studied], today: date) -> Studied | None:
    """The welcome lesson first, then what has begun, the earliest first."""
    open_ = [one for one in studied if one.state == UNDER_WAY and one.next is not None]
    begun = [one for one in open_ if one.seat.starts_on <= today or one.seat.kind == ONBOARDING]
    return next(iter(begun or open_), None)


def _comments(studied: Sequence[Studied], sent: Sequence[reads.Sent]) -> tuple[Comment, ...]:
    """Of each unit's newest practice, those commented, the newest comment first; at most three."""
    courses = {one.seat.enrolment: one.course for one in studied}
    newest = {(one.enrolment, one.unit): one for one in sent}
    found = []
    for (enrolment, unit_id), one in newest.items():
        unit = courses[enrolment].unit(unit_id)
        if one.commented_at is not None and unit is not None and unit.practice is not None:
            found.append(Comment(one, unit.practice.title, (enrolment, unit_id)))
    return tuple(sorted(found, key=lambda comment: comment.sent.commented_at, reverse=True)[:3])  # type: ignore[arg-type,return-value]  # set
