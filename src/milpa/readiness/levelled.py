"""What the stages after this one ask: who was diagnosed, what was offered to whom, what they chose."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.readiness.models import LevellingChosen, PracticalTaskDone, choice_that_counts
from milpa.readiness.rules.gaps import Readiness, readiness
from milpa.readiness.rules.offers import Choice, Levelled


def readiness_of(person: Person) -> Readiness:
    return readiness(PracticalTaskDone.objects.by_person([person])[person.pk])


def readiness_by_person(people: Iterable[Any]) -> dict[UUID, Readiness]:
    """For persons or ids; one query. `is_diagnosed` answers `courses.enrolled_diagnosed`."""
    return {person: readiness(attempts) for person, attempts in PracticalTaskDone.objects.by_person(people).items()}


def gaps_of(person: Person) -> tuple[str, ...]:
    return readiness_of(person).gaps


def choice_of(person: Person, programme: Programme | None = None) -> Choice | None:
    """The choice that counts today: None if a gap was found since, or nothing was chosen."""
    newest = LevellingChosen.objects.newest_by_person([person], programme.pk if programme else None).get(person.pk)
    return choice_that_counts(newest, gaps_of(person))


def levelled(people: Iterable[Any], programme: UUID | None = None) -> list[Levelled]:
    """One row a person for `rules.offers.levelling`; two queries whatever their number.

    The offer stands on the result page from the moment a gap is known, so what is a gap was offered.
    """
    states = readiness_by_person(people)
    choices = LevellingChosen.objects.newest_by_person(states, programme)
    return [
        Levelled(str(person), state.gaps, frozenset(state.gaps), choice_that_counts(choices.get(person), state.gaps))
        for person, state in states.items()
    ]
