"""Another record store as the wire sees it: a small server that notes what it gets and answers as the test says."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from milpa.ledger import clock, uuid7
from milpa.records.forwarding.targets import Wanted, make_target
from milpa.records.models.forwarding import ForwardTarget
from milpa.records.store import writer
from milpa.records.store.told import packed

INSTITUTE, STRANGERS = uuid7(), uuid7()


@dataclass
class Other:
    """`answers(ids, headers) -> (status, headers, text)`; `got` are the bodies of requests that were taken."""

    address: str = ""
    answers: Callable[[list[str], Any], tuple[int, dict[str, str], str]] = lambda ids, headers: (200, {}, json.dumps(ids))
    got: list[list[dict[str, Any]]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [one["id"] for batch in self.got for one in batch]


@pytest.fixture
def other(settings: Any) -> Iterator[Other]:
    settings.FORWARD_PRIVATE = True
    told = Other()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.headers.append({name.lower(): value for name, value in self.headers.items()} | {"path": self.path})
            told.raw.append(body)
            read = json.loads(body) if self.headers["Content-Type"] == "application/json" else []
            status, headers, text = told.answers([one["id"] for one in read], self.headers)
            if status in (200, 204):
                told.got.append(read)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(0 if status == 204 else len(text.encode())))
            self.end_headers()
            if status != 204:
                with suppress(ConnectionError):  # whoever has read enough has left
                    self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Nothing on the screen."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    told.address = f"http://127.0.0.1:{server.server_port}/xapi/"
    yield told
    server.shutdown()
    server.server_close()


@pytest.fixture
def target(other: Other) -> Callable[..., ForwardTarget]:
    def make(name: str = "Ministerio", **wanted: Any) -> ForwardTarget:
        asked = {"address": other.address, "version": "2.0.0", "key": "llave", "secret": "secreto", "from_the_start": True} | wanted
        return make_target(INSTITUTE, Wanted(name=name, **asked), by=None, id=uuid7())

    return make


def stored(*numbers: int, institution: Any = INSTITUTE, **changes: Any) -> list[str]:
    """Statements about activities of these numbers; their ids."""
    told = [packed(institution, statement(number, **changes)) for number in numbers]
    writer.store(told)
    return [str(one.id) for one in told]


def statement(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "id": str(uuid7()),
        "actor": {"objectType": "Agent", "mbox": "mailto:rosa@example.org"},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"en": "completed"}},
        "object": {"objectType": "Activity", "id": f"https://example.org/unit/{number}"},
        "timestamp": clock.now().isoformat(),
    } | changes
