"""The one rollup that this package keeps itself: progress of our own people by registration and activity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from milpa.records import registries
from milpa.records.models import Progress
from milpa.records.rules import found
from milpa.records.statements import VERBS
from milpa.records.store import dialect
from milpa.records.store.indexing import by_id
from milpa.records.store.replaying import with_term
from milpa.records.store.told import Told

LONGEST = 300  # characters of an activity that a registration can have progress in

Key = tuple[UUID, str]


@dataclass(slots=True)
class Done:
    """What some statements say of one registration's progress in one activity."""

    actor: str
    institution: UUID
    first_at: datetime
    last_at: datetime
    completed_at: datetime | None = None
    passed_at: datetime | None = None
    best: float | None = None
    statements: int = 0

    def add(self, told: Told) -> None:
        """The order of arrival does not change the outcome."""
        at = told.at
        self.first_at, self.last_at = min(self.first_at, at), max(self.last_at, at)
        if told.result.get("completion") is True or told.verb in (VERBS["completed"], VERBS["passed"]):
            self.completed_at = min(self.completed_at or at, at)
        if told.result.get("success") is True or told.verb == VERBS["passed"]:
            self.passed_at = min(self.passed_at or at, at)
        if (scaled := told.scaled) is not None:
            self.best = scaled if self.best is None else max(scaled, self.best)
        self.statements += 1


def done(statements: Iterable[Told]) -> dict[Key, Done]:
    """What counts of these statements: of our own people, with a registration, not voided."""
    rows: dict[Key, Done] = {}
    for told in statements:
        if told.voided or not (person := told.person) or (registration := told.registration) is None:
            continue
        if 0 < len(told.activity) <= LONGEST:
            key = (registration, told.activity)
            if key not in rows:
                rows[key] = Done(person[:200], told.institution, told.at, told.at)
            rows[key].add(told)
    return rows


def read(statements: Sequence[Told]) -> None:
    """Adds a batch: one statement of SQL for all its rows."""
    rows = done(statements)
    if not rows:
        return
    moment, uid = dialect.moment, dialect.uid
    values = [
        (uid(registration), activity, row.actor, uid(row.institution), moment(row.first_at), moment(row.last_at), moment(row.completed_at),
         moment(row.passed_at), row.best, row.statements)
        for (registration, activity), row in sorted(rows.items(), key=lambda item: (item[0][0].hex, item[0][1]))
    ]  # fmt: skip
    with dialect.Cursor() as cursor:
        cursor.executemany(_upsert(), values)


def _upsert() -> str:
    """SQLite's min and max of two are PostgreSQL's LEAST and GREATEST; NULL stands for "not yet" in either."""
    least, greatest = ("min", "max") if dialect.is_sqlite() else ("LEAST", "GREATEST")

    def earliest(column: str) -> str:
        return f"{column} = {least}(COALESCE(p.{column}, excluded.{column}), COALESCE(excluded.{column}, p.{column}))"

    return (
        "INSERT INTO records_progress AS p (registration, activity, actor, institution, first_at, last_at, completed_at, passed_at, best, "
        "statements) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (registration, activity) DO UPDATE SET "
        f"{earliest('first_at')}, {earliest('completed_at')}, {earliest('passed_at')}, "
        f"last_at = {greatest}(p.last_at, excluded.last_at), "
        f"best = {greatest}(COALESCE(p.best, excluded.best), COALESCE(excluded.best, p.best)), "
        "statements = p.statements + excluded.statements WHERE p.institution = excluded.institution"
    )


def recount(statements: Sequence[Told]) -> None:
    """Counts again what the voiding statements among these took away. It runs when they are indexed: what is voided can then be found."""
    for told in statements:
        if not found.is_voiding(told.statement):
            continue
        voided = by_id(UUID(found.target(told.statement) or ""))
        if voided is not None and voided.institution == told.institution and voided.registration is not None:
            Progress.objects.filter(registration=voided.registration, activity=voided.activity, institution=told.institution).delete()
            all_of_it = with_term(told.institution, found.REGISTRATION, str(voided.registration))
            read([one for one in all_of_it if one.activity == voided.activity])


def clear() -> None:
    Progress.objects.all().delete()


def progress_of(registrations: Iterable[UUID], activities: Iterable[str] | None = None) -> dict[UUID, dict[str, Progress]]:
    """registration -> activity -> row, in one query: how pages read."""
    asked = Q(registration__in=list(registrations))
    if activities is not None:
        asked &= Q(activity__in=list(activities))
    rows: dict[UUID, dict[str, Any]] = {}
    for row in Progress.objects.filter(asked):
        rows.setdefault(row.registration, {})[row.activity] = row
    return rows


registries.rollups["progress"] = read
registries.clears["progress"] = clear
registries.recounts["progress"] = recount
