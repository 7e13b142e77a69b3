"""The wire to another record store: one connection, plain HTTP, nothing followed, nothing read beyond what is needed."""

import ssl
from base64 import b64encode
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from http.client import HTTPConnection, HTTPException
from socket import create_connection
from typing import Self

from milpa.ledger.refusals import Refusal
from milpa.records.forwarding.addresses import Place, resolved
from milpa.records.forwarding.troubles import Trouble

PATIENCE = 30.0  # seconds for each step: connect, send, answer
MOST_READ = 64_000  # bytes of an answer
SAID = 400  # letters of it that are kept
REFUSED = (400, 409, 413, 422)  # for what the statements say; the rest is no fault of theirs


@dataclass(frozen=True, slots=True)
class Reply:
    """`is_refusal`: for what the statements say."""

    status: int
    text: str

    @property
    def is_refusal(self) -> bool:
        return self.status in REFUSED


@cache
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context()


class _Guarded(HTTPConnection):
    """Connects to the address that was looked at, and asks for the certificate of the name."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.host, place.port, timeout=PATIENCE)
        self.place = place

    def connect(self) -> None:
        self.sock = create_connection((resolved(self.place), self.place.port), self.timeout)
        if self.place.is_encrypted:
            self.sock = _trusted().wrap_socket(self.sock, server_hostname=self.place.host)


class Wire:
    """`with Wire(place, version, key, secret) as wire: wire.post("statements", type, body)`."""

    def __init__(self, place: Place, version: str, key: str, secret: str) -> None:
        self.place, self.connection = place, _Guarded(place)
        self.headers = {
            "Authorization": "Basic " + b64encode(f"{key}:{secret}".encode()).decode(),
            "X-Experience-API-Version": version,
            "User-Agent": "Milpa",
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def post(self, resource: str, content_type: str, body: bytes) -> Reply:
        """A reply that took or refused the statements. Raises Trouble for everything else."""
        try:
            reply, after = self._asked(resource, content_type, body)
        except Refusal as refusal:
            raise Trouble(refusal.code) from refusal
        except ssl.SSLError as wrong:
            raise Trouble("certificate", str(wrong)) from wrong
        except TimeoutError as slow:
            raise Trouble("too_slow") from slow
        except (OSError, HTTPException) as lost:
            raise Trouble("unreachable", str(lost) or type(lost).__name__) from lost
        if reply.status in (200, 204) or reply.is_refusal:
            return reply
        raise Trouble(_code(reply.status), f"{reply.status} {reply.text}", after)

    def _asked(self, resource: str, content_type: str, body: bytes) -> tuple[Reply, timedelta]:
        path, headers = f"{self.place.path}{resource}", {**self.headers, "Content-Type": content_type}
        was_open = self.connection.sock is not None
        try:
            self.connection.request("POST", path, body, headers)
            answer = self.connection.getresponse()
        except (ConnectionError, HTTPException):
            self.connection.close()
            if not was_open:
                raise
            self.connection.request("POST", path, body, headers)  # it was closed while nothing was said: the ids make that safe
            answer = self.connection.getresponse()
        text = answer.read(MOST_READ + 1)
        if len(text) > MOST_READ:
            self.connection.close()
        after = answer.getheader("Retry-After", "")
        seconds = int(after) if after.isascii() and after.isdigit() and len(after) < 8 else 0
        return Reply(answer.status, _plain(text)), timedelta(seconds=seconds)


def _code(status: int) -> str:
    if status in (401, 403):
        return "no_entry"
    if status in (429, 503):
        return "busy"
    return "failing" if status >= 500 else "moved"


def _plain(text: bytes) -> str:
    """What the other side said, on one line."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text.decode("utf-8", "replace")).split())[:SAID]
