"""A handler asked without a server: what it reads and writes runs at once, in this thread."""

from collections.abc import Callable, Coroutine, Iterable
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from milpa.ledger.refusals import Refusal
from milpa.records.access.callers import Caller
from milpa.records.http.requests import Answer, Handler, Request
from milpa.records.rules.problems import Malformed

INSTITUTE = uuid4()
ROSA = '{"mbox": "mailto:rosa@hotel.example"}'
LESSON = "https://cursos.example/leccion/1"


class Here:
    """The store's two ways to the database, without its threads."""

    async def read(self, call: Callable[..., Any], *args: Any) -> Any:
        return call(*args)

    async def write(self, call: Callable[..., Any], *args: Any) -> Any:
        with transaction.atomic(using="records"):
            return call(*args)


def caller(*scopes: str, institution: UUID = INSTITUTE) -> Caller:
    return Caller(uuid4(), institution, frozenset(scopes or ["all"]), {})


def ask(
    handler: Handler,
    method: str,
    parameters: dict[str, Any] | None = None,
    body: bytes = b"",
    *,
    version: str = "2.0.0",
    by: Caller | None = None,
    **headers: str,
) -> Answer:
    """Headers are written with _ for -. Raises what the door would answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    asked = {name: str(value) for name, value in (parameters or {}).items()}
    return run(handler(Request(method, "", asked, named, body, version, by or caller(), Here())))


def status(handler: Handler, *args: Any, **more: Any) -> int:
    """What the door would say."""
    try:
        return ask(handler, *args, **more).status
    except Malformed:
        return 400
    except Refusal as refusal:
        return refusal.status


def run(coroutine: Coroutine[Any, Any, Answer]) -> Answer:
    """Nothing in it waits, so it ends at its first step."""
    try:
        coroutine.send(None)
    except StopIteration as ended:
        return ended.value
    raise AssertionError("it waits")


def without(parameters: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: value for name, value in parameters.items() if name not in names}
