"""People doing tasks, in one word."""

from milpa import ledger
from milpa.people.models import Person
from milpa.readiness.actions.choosing import choose_levelling
from milpa.readiness.actions.recording import record_attempt
from milpa.readiness.levelled import gaps_of
from milpa.readiness.models import LevellingChosen, PracticalTaskDone
from milpa.readiness.rules.gaps import DIAGNOSIS, DOOR, Form
from milpa.readiness.rules.offers import Choice
from tests.readiness.tasks.right_paths import raw, right


def attempt(person: Person, task: str, form: str = "A", *, alone: bool = True, by: Person | None = None) -> PracticalTaskDone:
    """The person does a task as it is meant, or leaves it undone at once."""
    return record_attempt(by or person, person.pk, ledger.uuid7(), task, Form(form), raw(right(task, form) if alone else []))


def diagnose(person: Person, *gaps: str) -> None:
    """The whole diagnosis, done alone but for the gaps."""
    for task in (DOOR, *DIAGNOSIS):
        attempt(person, task, alone=task not in gaps)


def choose(person: Person, choice: Choice, by: Person | None = None) -> LevellingChosen:
    """For all gaps of today."""
    return choose_levelling(by or person, person.pk, ledger.uuid7(), choice, gaps_of(person))
