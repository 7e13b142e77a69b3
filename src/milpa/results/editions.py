"""What is known of each course edition: who enrolled, who started and finished, and what the closed questionnaire counted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from milpa.courses.done import Done
from milpa.courses.models import Attendance, CourseEdition, EditionClosed, Enrolment
from milpa.courses.models.course import COURSE
from milpa.courses.models.edition import ENDED
from milpa.courses.pinned import course_at
from milpa.courses.rules.completion import Unit, progress
from milpa.courses.standings import done_of, units_of
from milpa.results.answered import Answered, answered
from milpa.results.rules import completion


@dataclass(frozen=True, slots=True)
class EditionRead:
    """`counts`: answer of the scale -> people, once its questionnaire has closed. `how`: ended, postponed, cancelled, "" if it goes on."""

    id: UUID
    programme: UUID
    course: UUID
    kind: str  # of the course
    title: str
    starts_on: date
    ends_on: date
    how: str
    enrolments: tuple[completion.Enrolment, ...]
    survey: UUID | None
    counts: Mapping[str, int] | None

    @property
    def is_completed(self) -> bool:
        """Whether one finishes it: of remedial units each does those that they lack, so nobody is behind for not doing all."""
        return self.kind == COURSE

    @property
    def has_ended(self) -> bool:
        return self.how == ENDED

    @property
    def started(self) -> int:
        """Who attended once or opened one lesson, those who left included; never fewer than those who answered."""
        started = sum(row.started or row.completed for row in self.enrolments)
        return max(started, sum(self.counts.values()) if self.counts else 0)


def editions_of(programmes: Sequence[UUID]) -> dict[UUID, list[EditionRead]]:
    """In the order in which they start. Six queries, whatever the number of programmes, editions and people."""
    rows = list(CourseEdition.objects.filter(programme__in=programmes).order_by("starts_on", "id").values(*_EDITION))
    ids = [row["id"] for row in rows]
    how = dict(EditionClosed.objects.filter(edition__in=ids, voided_by=None).in_order().values_list("edition", "how"))
    questionnaires, enrolled = answered(ids), _enrolments(rows)
    found: dict[UUID, list[EditionRead]] = defaultdict(list)
    for row in rows:
        told = questionnaires.get(row["id"], Answered(None, None))
        found[row["programme"]].append(_edition(row, how.get(row["id"], ""), enrolled[row["id"]], told))
    return found


_EDITION = ("id", "programme", "course", "course__kind", "course_revision", "title", "starts_on", "ends_on")
_ENROLMENT = ("id", "edition", "person", "enterprise", "closed_by", "asked__kinds")


def _edition(row: dict[str, Any], how: str, enrolments: list[completion.Enrolment], told: Answered) -> EditionRead:
    own = {name: row[name] for name in ("id", "programme", "course", "title", "starts_on", "ends_on")}
    return EditionRead(**own, kind=row["course__kind"], how=how, enrolments=tuple(enrolments), survey=told.survey, counts=told.counts)


def _enrolments(editions: Sequence[dict[str, Any]]) -> dict[UUID, list[completion.Enrolment]]:
    rows = list(Enrolment.objects.filter(edition__in=[row["id"] for row in editions], voided_by=None).in_order().values(*_ENROLMENT))
    ids = [row["id"] for row in rows]
    done, attended = done_of(ids), _attended(ids)
    units = {row["id"]: units_of(course_at(row["course"], row["course_revision"])) for row in editions if ids}
    found: dict[UUID, list[completion.Enrolment]] = defaultdict(list)
    for row in rows:
        found[row["edition"]].append(_enrolment(row, units[row["edition"]], done.get(row["id"], Done()), attended[row["id"]]))
    return found


def _enrolment(row: dict[str, Any], units: list[Unit], done: Done, attended: int) -> completion.Enrolment:
    return completion.Enrolment(
        person=str(row["person"]),
        edition=str(row["edition"]),
        enterprise=str(row["enterprise"]) if row["enterprise"] else None,
        sex="woman" if "women" in (row["asked__kinds"] or "").split() else "",
        started=bool(done.opened) or attended > 0,
        completed=progress(units, done.by_lesson).is_complete,
        left=row["closed_by"] is not None,
        attendances=attended,
    )


def _attended(enrolments: Iterable[UUID]) -> dict[UUID, int]:
    """How many sessions each was at: of two marks for one session the newest counts."""
    marks: dict[tuple[UUID, UUID], bool] = {}
    said = Attendance.objects.filter(enrolment__in=list(enrolments), voided_by=None).in_order()
    for enrolment, session, was_there in said.values_list("enrolment", "session", "was_there"):
        marks[enrolment, session] = was_there
    found: dict[UUID, int] = defaultdict(int)
    for (enrolment, _session), was_there in marks.items():
        found[enrolment] += was_there
    return found
