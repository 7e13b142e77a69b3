"""The activities of a workshop as people see them: which are over, which is under way, which comes next."""

from dataclasses import dataclass
from datetime import datetime

from milpa.workshops import reads
from milpa.workshops.models import Activity, Vote, Workshop
from milpa.workshops.models.methods import DOTS

ALONGSIDE = {"workers_apart": "writing", "writing": "workers_apart"}  # these two go on at the same time


@dataclass(frozen=True, slots=True)
class Step:
    activity: Activity
    state: str  # "past", "here", "next"
    since: datetime | None  # of the newest opening


@dataclass(frozen=True, slots=True)
class Agenda:
    steps: tuple[Step, ...]
    vote: Vote | None  # the one that counts, open or closed
    closed_at: datetime | None

    @property
    def here(self) -> Step | None:
        """The activity under way; of two, the one opened last."""
        under_way = [step for step in self.steps if step.state == "here"]
        return max(under_way, key=lambda step: step.since or datetime.min, default=None)

    @property
    def following(self) -> Step | None:
        """What comes next: the first after the one under way, or the first not begun."""
        at = self.steps.index(self.here) + 1 if self.here else 0
        rest = self.steps[at:] if self.here else [step for step in self.steps if step.state == "next"]
        return next(iter(rest), None)

    @property
    def before(self) -> Step | None:
        """Where the way back leads."""
        if self.here is None:
            return next((step for step in reversed(self.steps) if step.state == "past"), None)
        at = self.steps.index(self.here)
        return self.steps[at - 1] if at else None

    @property
    def method(self) -> str:
        """By which method the plan says that people vote: of the activity under way, else of the first in which they do."""
        votes = [step.activity for step in self.steps if step.activity.kind == "voting"]
        here = [activity for activity in votes if self.here and self.here.activity == activity]
        return next((activity.method for activity in (*here, *votes)), DOTS)

    def is_open(self, *kinds: str) -> bool:
        return self.closed_at is None and any(step.state == "here" and step.activity.kind in kinds for step in self.steps)

    def has_begun(self, *kinds: str) -> bool:
        return any(step.since is not None and step.activity.kind in kinds for step in self.steps)


def agenda_of(workshop: Workshop) -> Agenda:
    """Two queries."""
    rows = reads.activities(workshop.id)
    steps = tuple(Step(row, "here" if row.is_open else "past" if row.since else "next", row.since) for row in rows)
    return Agenda(steps, reads.newest_vote(workshop.id), next((row.workshop_closed_at for row in rows), None))


def planned_method(workshop: Workshop) -> str:
    return agenda_of(workshop).method
