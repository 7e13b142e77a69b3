"""A request to the record store as plain values, and its answer. No web framework stands between."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

import orjson

from milpa.records.access.callers import Caller
from milpa.records.rules.problems import Version
from milpa.records.store.counting import Numbers

T = TypeVar("T")

JSON = "application/json"


class Store(Protocol):
    """The two ways to the records database that never hold the event loop."""

    async def read(self, call: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """In a thread for reading."""

    async def write(self, call: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """In the writer's transaction, in a savepoint of its own; returns when it is on disk."""

    async def append(self, batch: Any) -> list[Any]:
        """Stores a batch of statements; returns when it is on disk."""

    def hurry(self) -> None:
        """Has what lags made findable before more is written."""

    def reached(self) -> Numbers:
        """How far the stream and its postings are, as this process last saw it."""

    async def parse(self, call: Callable[..., T], *args: Any) -> T:
        """Work of the processor that is too long for the loop: one at a time, so that memory stays bounded."""


@dataclass(slots=True)
class Request:
    """`path` below /xapi; `parameters` decoded; header names in lower case; `body` whole."""

    method: str
    path: str
    parameters: dict[str, str]
    headers: dict[str, str]
    body: bytes
    version: Version
    caller: Caller
    store: Store


@dataclass(slots=True)
class Answer:
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


Handler = Callable[[Request], Awaitable[Answer]]


def answered(value: Any, status: int = 200, **headers: str) -> Answer:
    """A value as JSON. A header's name is written with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, {"content-type": JSON, **named}, orjson.dumps(value))


def nothing(**headers: str) -> Answer:
    return Answer(204, {name.replace("_", "-"): value for name, value in headers.items()})
