"""What a learner has completed, what comes next, and who falls behind."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

GRACE = timedelta(days=7)  # after a lesson's day
AWAY = timedelta(days=14)  # without coming in
OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Lesson:
    """`parts`: what must be done for it to count: opened, a quiz, a practice sent (their ids)."""

    id: str
    parts: frozenset[str] = frozenset({OPENED})
    due: date | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    id: str
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class UnitProgress:
    unit: str
    done: int
    of: int

    @property
    def is_complete(self) -> bool:
        return self.done == self.of


@dataclass(frozen=True, slots=True)
class Progress:
    """Optional lessons count nowhere. A course without a lesson that counts is never complete."""

    units: tuple[UnitProgress, ...]
    done: int
    of: int
    completed: tuple[str, ...]  # lessons, optional ones too
    next: str | None  # the first lesson that counts and isn't complete

    @property
    def is_complete(self) -> bool:
        return self.of > 0 and self.done == self.of


@dataclass(frozen=True, slots=True)
class Behind:
    """`because`: lessons_due, away, never_came_in. `lessons`: due for more than a week and not complete."""

    because: tuple[str, ...]
    lessons: tuple[str, ...]
    away_since: date | None  # the last day they came in, or the first of the edition where they never did


def is_complete(lesson: Lesson, done: AbstractSet[str]) -> bool:
    return lesson.parts <= done


def progress(units: Sequence[Unit], done: Mapping[str, AbstractSet[str]]) -> Progress:
    """`done`: lesson -> parts done; a lesson may be absent. Parts no longer in a lesson don't hinder: they are ignored."""
    lessons = [lesson for unit in units for lesson in unit.lessons]
    completed = tuple(lesson.id for lesson in lessons if is_complete(lesson, done.get(lesson.id, frozenset())))
    complete = frozenset(completed)
    counted = [[lesson.id for lesson in unit.lessons if not lesson.optional] for unit in units]
    by_unit = tuple(UnitProgress(unit.id, len(complete.intersection(own)), len(own)) for unit, own in zip(units, counted, strict=True))
    following = next((lesson.id for lesson in lessons if not lesson.optional and lesson.id not in complete), None)
    return Progress(by_unit, sum(unit.done for unit in by_unit), sum(unit.of for unit in by_unit), completed, following)


def falls_behind(
    units: Sequence[Unit], done: Mapping[str, AbstractSet[str]], today: date, began: date, last_seen: date | None = None
) -> Behind | None:
    """Who needs company now; None where nobody need worry: complete, not begun yet, or in step.

    began: the edition's first day. last_seen: the last day with any sign of the learner (a lesson, a session attended).
    """
    return behind(units, progress(units, done), today, began, last_seen)


def behind(units: Sequence[Unit], so_far: Progress, today: date, began: date, last_seen: date | None = None) -> Behind | None:
    """The same of somebody whose progress is known."""
    if so_far.is_complete or today < began:
        return None
    lessons = [lesson for unit in units for lesson in unit.lessons if not lesson.optional and lesson.due]
    complete = frozenset(so_far.completed)
    late = tuple(lesson.id for lesson in lessons if lesson.due and today > lesson.due + GRACE and lesson.id not in complete)
    since = last_seen or began
    away = today - since >= AWAY
    because = (("lessons_due",) if late else ()) + ((("away" if last_seen else "never_came_in"),) if away else ())
    return Behind(because, late, since if away else None) if because else None
