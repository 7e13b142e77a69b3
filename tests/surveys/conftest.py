from typing import Any

import pytest

from tests.surveys.asked import register
from tests.world import World


@pytest.fixture
def hotels(world: World) -> Any:
    """La Posada (Rosa, and Lidia who works there) and El Mirador (Tomás)."""
    return register(world)
