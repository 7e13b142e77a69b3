"""The profile of the people of a programme, as a page reads it."""

from dataclasses import dataclass

from milpa.measures.proportion import Proportion
from milpa.programmes.models import Programme
from milpa.readiness import learners
from milpa.readiness.models import PracticalTaskDone
from milpa.readiness.rules.profile import AreaLine, Profile, TaskLine, profile
from milpa.readiness.sittings import title_of
from milpa.readiness.tasks import catalogue

AREAS = {task: catalogue.task(task).digcomp.partition(".")[0] for task in catalogue.TASKS}


@dataclass(frozen=True, slots=True)
class ShownTask:
    line: TaskLine
    title: str

    @property
    def need(self) -> Proportion | None:
        return Proportion(self.line.attempted - self.line.alone, self.line.attempted) if self.line.is_shown else None


@dataclass(frozen=True, slots=True)
class ShownProfile:
    profile: Profile
    tasks: tuple[ShownTask, ...]
    areas: tuple[AreaLine, ...]

    @property
    def hardest(self) -> ShownTask | None:
        """The task with the greatest need, if any may be shown and somebody needs it."""
        first = self.tasks[0] if self.tasks else None
        return first if first and first.need and first.need.part else None


def profile_of(programme: Programme) -> ShownProfile:
    """Two queries: the people, and what they did."""
    people = list(learners.learners_in(programme).values_list("id", flat=True))
    attempts = PracticalTaskDone.objects.by_person(people)
    found = profile({str(person): own for person, own in attempts.items()}, AREAS)
    return ShownProfile(found, tuple(ShownTask(line, title_of(line.task)) for line in found.tasks), found.areas)
