"""A store for all tests of this folder: each has a tool of an institution of its own, so nobody's statements are in another's way."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections

from tests.harness import emptying
from tests.harness.xapi import Tool


@pytest.fixture(scope="package")
def store(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield
        for alias in ("default", "records"):
            emptying.empty(connections[alias])


@pytest.fixture(params=["1.0.3", "2.0.0"])
def tool(store: None, request: pytest.FixtureRequest) -> Tool:
    """In each version."""
    return Tool(version=request.param)


@pytest.fixture
def first(store: None) -> Tool:
    """What only 1.0.3 says."""
    return Tool(version="1.0.3")


@pytest.fixture
def second(store: None) -> Tool:
    """What only 2.0.0 says."""
    return Tool(version="2.0.0")
