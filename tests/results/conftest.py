import pytest

from milpa.programmes import remembering
from tests.results.evaluated import Evaluated, evaluated
from tests.world import World


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    remembering.forget()


@pytest.fixture
def case(world: World) -> Evaluated:
    return evaluated(world)
