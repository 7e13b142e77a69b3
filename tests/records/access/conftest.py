"""Credentials of the institute, as whoever asks for them sees them."""

from base64 import b64encode
from collections.abc import Callable, Iterator

import pytest

from milpa.ledger import uuid7
from milpa.records.access import callers
from milpa.records.access.credentials import Shown, make_credential

INSTITUTE = uuid7()


@pytest.fixture(autouse=True)
def nobody_is_remembered() -> Iterator[None]:
    callers.forget()
    callers.buckets.cache_clear()
    yield
    callers.forget()


@pytest.fixture
def made() -> Callable[..., Shown]:
    def make(name: str = "Biblioteca", *scopes: str) -> Shown:
        return make_credential(INSTITUTE, name, list(scopes or ["all"]), by=None)

    return make


def basic(key: str, secret: str) -> str:
    return "Basic " + b64encode(f"{key}:{secret}".encode()).decode()
