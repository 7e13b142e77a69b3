"""The workshop's stages, each a fixture."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import pytest

from milpa.ledger import clock
from tests.workshops import story
from tests.workshops.story import Story


@pytest.fixture
def planned(world: Any) -> Story:
    return story.planned(world)


@pytest.fixture
def written(world: Any) -> Story:
    return story.written(world)


@pytest.fixture
def grouped(world: Any) -> Story:
    return story.grouped(world)


@pytest.fixture
def voted(world: Any) -> Story:
    return story.voted(world)


@pytest.fixture
def judged(world: Any) -> Story:
    return story.judged(world)


@pytest.fixture
def closed(world: Any) -> Story:
    return story.closed(world)


class Clock:
    """Moves on when told to."""

    def __init__(self, stack: ExitStack) -> None:
        self.stack = stack

    def move(self, **by: int) -> None:
        self.stack.enter_context(clock.at(clock.now() + timedelta(**by)))


@pytest.fixture
def at() -> Iterator[Clock]:
    with ExitStack() as stack:
        yield Clock(stack)
