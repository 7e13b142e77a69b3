"""Owners have codes as cards carry them; the world's own are names, which no card has."""

import pytest

from milpa.people.rules.codes import new_code
from tests.world import World


@pytest.fixture
def world(world: World) -> World:
    for person in (world.rosa, world.tomas):
        person.account.code = new_code()
        person.account.save()
    return world
