"""A draft that is ready to be negotiated and signed."""

import pytest

from tests.strategies.story import Draft, draft
from tests.world import World


@pytest.fixture
def drafted(world: World) -> Draft:
    return draft(world)
