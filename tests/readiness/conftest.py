import pytest

from tests.readiness.doing import diagnose
from tests.world import World, person


@pytest.fixture
def diagnosed(world: World) -> World:
    """Rosa has two gaps (B3 and B7), Lidia has one (14), Tomás has not begun."""
    diagnose(world.rosa, "B3", "B7")
    diagnose(world.lidia, "14")
    return world


@pytest.fixture
def fatima(world: World):
    """An owner registered by the strangers."""
    return person("Fatima", world.strangers, "owner", email=False)
