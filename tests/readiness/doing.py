"""People doing tasks, in one word."""

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import Enterprise, Post
from milpa.people.models import Person
from milpa.readiness.actions.choosing import choose_levelling
from milpa.readiness.actions.recording import record_attempt
from milpa.readiness.levelled import gaps_of
from milpa.readiness.models import LevellingChosen, PracticalTaskDone
from milpa.readiness.rules.gaps import DIAGNOSIS, DOOR, Form
from milpa.readiness.rules.offers import Choice
from tests.harness.snapshot import kept
from tests.readiness.tasks.right_paths import raw, right
from tests.world import World


@kept
def attempt(person: Person, task: str, form: str = "A", *, alone: bool = True, by: Person | None = None) -> PracticalTaskDone:
    """The person does a task as it is meant, or leaves it undone at once."""
    return record_attempt(by or person, person.pk, ledger.uuid7(), task, Form(form), raw(right(task, form) if alone else []))


@kept
def diagnose(person: Person, *gaps: str) -> None:
    """The whole diagnosis, done alone but for the gaps."""
    for task in (DOOR, *DIAGNOSIS):
        attempt(person, task, alone=task not in gaps)


@kept
def choose(person: Person, choice: Choice, by: Person | None = None) -> LevellingChosen:
    """For all gaps of today."""
    return choose_levelling(by or person, person.pk, ledger.uuid7(), choice, gaps_of(person))


@kept
def belong(world: World, *people: Person) -> Enterprise:
    """These people own one enterprise of the programme's register together."""
    enterprise = Enterprise(institution=world.institute, programme=world.programme, name="Hotel Ejemplo")
    with transaction.atomic():
        ledger.create(enterprise, by=world.ana)
    with transaction.atomic():
        ledger.append(
            [
                Post(id=ledger.uuid7(), by=world.ana, institution=world.institute, person=one, enterprise=enterprise, role="owner")
                for one in people
            ]
        )
    return enterprise
