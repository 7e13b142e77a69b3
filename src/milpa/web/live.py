"""Live channels: what a stage registers, and how it says that something happened.

A stage fills `channels` from its `registers.py`:

    live.channels["workshop"] = live.Channel(may_listen=..., read=..., state=...)

and people listen at `/live/workshop/<id>` (server-sent events; `?once=1` answers JSON for those whose proxy holds events back).
The hub (`milpa.server.hub`) follows the database, so a fact needs no more than being committed; `announce` only spares the wait.
Guarantees: docs/rules/server.md.
"""

import json
import sqlite3
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

POSTGRES_CHANNEL = "milpa_live"
POSTGRES_LONGEST = 7_900  # bytes; NOTIFY refuses 8,000


@dataclass(frozen=True, slots=True)
class Event:
    """A fact as its listeners see it. `arrived` is the fact's own: it is the event's id, and what a phone resumes from."""

    arrived: int
    name: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Asker:
    """Who asks to listen: what is known before any view runs. Enough for `django.contrib.auth.get_user(asker)`."""

    cookies: Mapping[str, str]
    headers: Mapping[str, str] = field(default_factory=dict)  # lower case names
    query: Mapping[str, str] = field(default_factory=dict)

    @property
    def session_key(self) -> str:
        return self.cookies.get(settings.SESSION_COOKIE_NAME, "")

    @cached_property
    def session(self) -> Any:
        from django.contrib.sessions.backends.db import SessionStore

        return SessionStore(self.session_key or None)


def nothing(channel_id: str) -> None:
    """No state beside the facts."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What all screens of an audience show, ready to be put in place. `mark`: whoever shows it already is not sent it."""

    mark: str
    data: Mapping[str, Any]


def no_screen(channel_id: str, audience: str, state: Mapping[str, Any] | None) -> Screen | None:
    """Screens read their page again."""


@dataclass(frozen=True, slots=True)
class Channel:
    """Three questions, and two more where many listen; asked outside the page thread.

    may_listen(asker, id): the audience this asker belongs to, a short string such as "phone" or "console"; True where
        there is only one; None or False for no. Asked again at least every ten minutes.
    read(id, after, audience): the events that arrived after `after`, in that order, as this audience may see them.
        Asked once for all who listen with the same audience. One query by index.
    state(id): what is no fact and lies in the database (which activity is open, when the timer ends), or None. It is sent
        as the event "state" to every audience: when somebody connects, and when it differs from what was sent.
    mark(id): cheap, and another one whenever `read` or `state` would answer otherwise: while it is the same neither is asked.
    screen(id, audience, state): drawn once for all, and sent as the event "screen" like a state, except to who already shows it
        (`?shows=<mark>`): five hundred phones need not read a page each when a vote is closed.
    """

    may_listen: Callable[[Asker, str], str | bool | None]
    read: Callable[[str, int, str], list[Event]]
    state: Callable[[str], Mapping[str, Any] | None] = nothing
    mark: Callable[[str], object] = nothing
    screen: Callable[[str, str, Mapping[str, Any] | None], Screen | None] = no_screen


channels: dict[str, Channel] = {}


def announce(kind: str, channel_id: UUID | str) -> None:
    """Wakes who listens, now or when the transaction commits. Call it inside the transaction or in its `on_commit`."""
    if connection.vendor == "postgresql":
        _notify({"kind": kind, "id": str(channel_id)})
    transaction.on_commit(lambda: _wake(kind, str(channel_id)))


def tell(kind: str, channel_id: UUID | str, name: str, data: Mapping[str, Any], audience: str = "") -> None:
    """Tells what is no fact (who is here, "the document changed") once the transaction commits.

    The last of each name is kept and told again to who connects later. An empty audience is everyone.
    Raises ValueError for more than 7,900 bytes.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    message = {"kind": kind, "id": str(channel_id), "name": name, "audience": audience, "data": text}
    if len(json.dumps(message)) > POSTGRES_LONGEST:
        raise ValueError(f"{name} is too long to be told: announce it and let them read")
    if connection.vendor == "postgresql":
        _notify(message)
        return
    transaction.on_commit(lambda: _put(message))


# Hubs of this process: each is called with (kind, id) from the thread that committed.
hubs: list[Callable[[str, str], None]] = []


def _wake(kind: str, channel_id: str) -> None:
    for wake in list(hubs):
        wake(kind, channel_id)


def _notify(message: Mapping[str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [POSTGRES_CHANNEL, json.dumps(message)])


def _put(message: dict[str, str]) -> None:
    Board.of(settings.DATA).put(**message)
    _wake(message["kind"], message["id"])


@dataclass(frozen=True, slots=True)
class Told:
    """One state on the board; `seq` rises with every telling."""

    seq: int
    name: str
    audience: str
    data: str  # JSON


class Board:
    """Where the processes of one machine tell each other what is no fact: a small file of its own, so that somebody's
    presence never makes the hub read facts again. It may be deleted at any time while nothing runs."""

    TABLE = """CREATE TABLE IF NOT EXISTS told (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
        audience TEXT NOT NULL, data TEXT NOT NULL, at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
        UNIQUE (kind, id, name, audience))"""
    OLD = "DELETE FROM told WHERE at < datetime('now', '-2 days')"
    _boards: dict[Path, "Board"] = {}

    def __init__(self, path: Path) -> None:
        self.path = path
        self.threads = threading.local()

    @classmethod
    def of(cls, data: Path) -> "Board":
        path = Path(data) / "live.sqlite3"
        return cls._boards.setdefault(path, cls(path))

    def opened(self) -> sqlite3.Connection:
        """This thread's own connection."""
        if not hasattr(self.threads, "connection"):
            opened = sqlite3.connect(self.path, isolation_level=None, timeout=5)
            opened.execute("PRAGMA journal_mode=WAL")
            opened.execute("PRAGMA synchronous=NORMAL")  # what is told may be lost with the power; a vote need not wait for it
            opened.execute(self.TABLE)
            opened.execute(self.OLD)
            self.threads.connection = opened
        own: sqlite3.Connection = self.threads.connection
        return own

    def put(self, kind: str, id: str, name: str, audience: str, data: str) -> None:
        # REPLACE and not DO UPDATE: only a new row gets a new seq
        sql = "INSERT OR REPLACE INTO told (kind, id, name, audience, data) VALUES (?, ?, ?, ?, ?)"
        self.opened().execute(sql, (kind, id, name, audience, data))

    def since(self, kind: str, channel_id: str, seq: int) -> list[Told]:
        sql = "SELECT seq, name, audience, data FROM told WHERE kind = ? AND id = ? AND seq > ? ORDER BY seq"
        return [Told(*row) for row in self.opened().execute(sql, (kind, channel_id, seq))]

    def version(self) -> int:
        """Changes when another connection commits here."""
        return int(self.opened().execute("PRAGMA data_version").fetchone()[0])
