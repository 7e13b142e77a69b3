"""What an enrolment did, as its statements say: lessons opened and completed, the best of each quiz, when it was last seen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from milpa.records.statements import activity_id

DONE = frozenset({"done"})
LESSON, QUIZ = activity_id("lesson", ""), activity_id("quiz", "")


@dataclass(frozen=True, slots=True)
class Done:
    """`best`: lesson -> the best share of its quiz's points."""

    completed: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()
    best: Mapping[str, float] = field(default_factory=dict)
    last_seen: datetime | None = None

    @property
    def by_lesson(self) -> dict[str, frozenset[str]]:
        return dict.fromkeys(self.completed, DONE)


def read_done(rows: Iterable[tuple[str, bool, float | None]], last_seen: datetime | None) -> Done:
    """From (activity, completed, best) of one registration."""
    completed: set[str] = set()
    opened: set[str] = set()
    best: dict[str, float] = {}
    for activity, is_completed, share in rows:
        if activity.startswith(LESSON):
            lesson = activity[len(LESSON) :]
            opened.add(lesson)
            if is_completed:
                completed.add(lesson)
        elif share is not None and activity.startswith(QUIZ):
            best[activity[len(QUIZ) :]] = share
    return Done(frozenset(completed), frozenset(opened), best, last_seen)
