"""The answers of two evidence keys follow from what a person did and chose; they are touched when it changed."""

from collections.abc import Sequence

from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.readiness import learners
from milpa.readiness.rules.gaps import Attempt, readiness

KEYS = ("courses.enrolled_diagnosed", "courses.levelling_offered")


def touch_if_changed(person: Person, before: Sequence[Attempt], attempt: Attempt) -> None:
    """In the transaction that appends an attempt: if the person's diagnosis or gaps differ by it, their programmes are touched."""
    if _state(before) != _state([*before, attempt]):
        touch_programmes(person)


def touch_programmes(person: Person) -> None:
    """In the transaction that appends a choice, which always is a new one."""
    for programme in learners.programmes_of(person).values_list("id", flat=True):
        touch(programme, *KEYS)


def _state(attempts: Sequence[Attempt]) -> object:
    state = readiness(attempts)
    return state.is_diagnosed, state.gaps
