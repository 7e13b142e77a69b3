"""The one rollup that this package keeps itself: progress by registration and activity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from milpa.records import registries
from milpa.records.models import Progress, Statement
from milpa.records.statements import VERBS


@dataclass(frozen=True, slots=True)
class Step:
    """What one statement says of progress."""

    at: datetime
    completed: bool
    passed: bool
    scaled: float | None


def step_of(statement: Statement) -> Step:
    completed = statement.completion is True or statement.verb in (VERBS["completed"], VERBS["passed"])
    passed = statement.success is True or statement.verb == VERBS["passed"]
    return Step(statement.said_at or statement.recorded_at, completed, passed, statement.scaled)


def merged(row: Progress, step: Step) -> Progress:
    """The row after one more statement. The order of arrival does not change the outcome."""
    row.first_at, row.last_at = min(row.first_at, step.at), max(row.last_at, step.at)
    if step.completed:
        row.completed_at = min(row.completed_at or step.at, step.at)
    if step.passed:
        row.passed_at = min(row.passed_at or step.at, step.at)
    if step.scaled is not None:
        row.best = max(step.scaled if row.best is None else row.best, step.scaled)
    row.statements += 1
    return row


COUNTED = ("first_at", "last_at", "completed_at", "passed_at", "best", "statements")


def read(statements: Sequence[Statement]) -> None:
    """Reads a batch: one query for the rows it touches, one to write them."""
    told = [statement for statement in statements if statement.registration and statement.voided_by is None]
    if not told:
        return
    keys = {(statement.registration, statement.activity) for statement in told}
    rows = {
        (row.registration, row.activity): row
        for row in Progress.objects.filter(registration__in={key[0] for key in keys}, activity__in={key[1] for key in keys})
    }
    for statement in told:
        key, step = (statement.registration, statement.activity), step_of(statement)
        rows[key] = merged(rows.get(key) or _fresh(statement, step), step)
    touched = [rows[key] for key in keys]
    for row in touched:
        row.pk = None  # the key that counts is (registration, activity): what is there already is written over
    Progress.objects.bulk_create(touched, update_conflicts=True, unique_fields=["registration", "activity"], update_fields=[*COUNTED])


def _fresh(statement: Statement, step: Step) -> Progress:
    return Progress(
        registration=statement.registration,
        activity=statement.activity,
        actor=statement.actor,
        institution=statement.institution,
        first_at=step.at,
        last_at=step.at,
    )


def clear() -> None:
    Progress.objects.all().delete()


def progress_of(registrations: Iterable[UUID], activities: Iterable[str] | None = None) -> dict[UUID, dict[str, Progress]]:
    """registration -> activity -> row, in one query: how pages read."""
    rows = Progress.objects.filter(registration__in=list(registrations))
    if activities is not None:
        rows = rows.filter(activity__in=list(activities))
    found: dict[UUID, dict[str, Progress]] = {}
    for row in rows:
        found.setdefault(row.registration, {})[row.activity] = row
    return found


registries.rollups["progress"] = read
registries.clears["progress"] = clear
