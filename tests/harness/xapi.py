"""The record store in process, for tests: the same door, without a network between."""

import base64
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from milpa.records.access import callers
from milpa.records.access.credentials import make_credential
from milpa.records.http import door
from milpa.records.http.requests import Answer
from milpa.records.store import indexing
from milpa.records.store.counting import Numbers
from milpa.records.store.writer import call as write_call
from milpa.records.store.writer import put


class Here:
    """The store in this thread."""

    def reached(self) -> Numbers:
        return Numbers.read()

    async def read(self, call: Any, *args: Any, **kwargs: Any) -> Any:
        return call(*args, **kwargs)

    parse = read

    async def write(self, call: Any, *args: Any, **kwargs: Any) -> Any:
        return write_call(lambda: call(*args, **kwargs))

    async def append(self, batch: Any) -> Any:
        stored = put(batch)
        while Numbers.read().lag:
            indexing.catch_up(1000, indexing.Terms())
        return stored


def _run(asked: Any) -> Answer:
    """Without an event loop, in which Django would not let the database be used: here nothing ever waits."""
    try:
        asked.send(None)
    except StopIteration as done:
        return done.value  # type: ignore[no-any-return]
    raise RuntimeError("it waits for something")


@dataclass(slots=True)
class Tool:
    """An outside tool with a credential of its own."""

    scopes: tuple[str, ...] = ("all",)
    version: str = "2.0.0"
    institution: UUID = field(default_factory=uuid4)
    authorization: str = ""

    def __post_init__(self) -> None:
        callers.forget()
        shown = make_credential(self.institution, f"tool {uuid4()}", list(self.scopes), by=None)
        self.authorization = "Basic " + base64.b64encode(f"{shown.credential.key}:{shown.secret}".encode()).decode()

    def ask(self, method: str, path: str, body: Any = b"", /, headers: dict[str, str] | None = None, **parameters: Any) -> Answer:
        """`body`: bytes as they are, anything else as JSON. A header whose value is empty is left out."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"authorization": self.authorization, "x-experience-api-version": self.version, "content-type": "application/json"}
        sent |= {name.lower(): value for name, value in (headers or {}).items()}
        plain = {name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()}

        async def take(_may_be_large: bool) -> bytes:
            return content

        incoming = door.Incoming(method, path, urlencode(plain), {name: value for name, value in sent.items() if value}, take)
        return _run(door.answer(incoming, Here()))

    def post(self, statements: Any, **headers: str) -> Answer:
        return self.ask("POST", "statements", statements, headers=headers)

    def get(self, **parameters: Any) -> Any:
        """What GET statements answers, read."""
        return json.loads(self.ask("GET", "statements", **parameters).body)
