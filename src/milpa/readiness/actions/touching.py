"""The answers of two evidence keys follow from what a person did and chose; they are touched when it changed."""

from collections.abc import Iterator
from contextlib import contextmanager

from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.readiness import learners
from milpa.readiness.levelled import readiness_of
from milpa.readiness.models import LevellingChosen

KEYS = ("courses.enrolled_diagnosed", "courses.levelling_offered")


@contextmanager
def touching(person: Person) -> Iterator[None]:
    """Around an append, in its transaction: if the person's diagnosis, gaps or choice differ afterwards, their programmes are touched."""
    before = _state(person)
    yield
    if _state(person) != before:
        for programme in learners.programmes_of(person).values_list("id", flat=True):
            touch(programme, *KEYS)


def _state(person: Person) -> object:
    state = readiness_of(person)
    newest = LevellingChosen.objects.filter(person=person, voided_by=None).in_order().last()
    return state.is_diagnosed, state.gaps, newest and newest.pk
