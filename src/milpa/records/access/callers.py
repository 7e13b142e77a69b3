"""Who is calling: the Authorization header of a request, looked up once and remembered for a few seconds.

A revocation in this process counts at once; one made in another process after `REMEMBERED` seconds at most.
"""

import time
from base64 import b64decode
from binascii import Error
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from threading import Lock
from typing import Any
from urllib.parse import unquote_plus
from uuid import UUID

from django.conf import settings

from milpa.ledger import clock
from milpa.records.access import scopes, tokens, uses
from milpa.records.access.rate import Buckets
from milpa.records.access.secret import digest
from milpa.records.models.access import CredentialSecret
from milpa.records.refusals import Unauthorised

REMEMBERED = 5.0  # seconds
MOST = 10_000
LONGEST = 512  # letters; what is longer is no credential of ours


@dataclass(frozen=True, slots=True)
class Caller:
    """Who speaks, for which institution, and what it may. `authority` is what stands in the statements it sends."""

    credential: UUID
    institution: UUID
    scopes: frozenset[str]
    authority: dict[str, Any]

    def may(self, what: str) -> bool:
        """what: statements/write, statements/read, statements/read/mine, state, state/read, profile, profile/read, define."""
        return scopes.allows(self.scopes, what)


_known: OrderedDict[bytes, tuple[float, Caller]] = OrderedDict()
_lock = Lock()


@cache
def buckets() -> Buckets:
    return Buckets(settings.XAPI_RATE, settings.XAPI_BURST)


def caller_of(authorization: str) -> Caller:
    """Raises Unauthorised, TooMany. At most one query; none if `remembered` knows."""
    if found := remembered(authorization):
        return found
    if len(authorization) > LONGEST:
        raise Unauthorised
    caller, seconds = _looked_up(authorization)
    with _lock:
        _known[_place(authorization)] = (time.monotonic() + min(REMEMBERED, seconds), caller)
        while len(_known) > MOST:
            _known.popitem(last=False)
    return _admitted(caller)


def remembered(authorization: str) -> Caller | None:
    """The same without the database, for the event loop; None if somebody has to look. Raises TooMany."""
    until, caller = _known.get(_place(authorization), (0.0, None))
    return _admitted(caller) if caller and until > time.monotonic() else None


def forget() -> None:
    """Something about credentials has changed in this process."""
    with _lock:
        _known.clear()


def known_by(key: str, secret: str) -> CredentialSecret | None:
    """The secret's row, if it belongs to this key and lets somebody in now."""
    return CredentialSecret.objects.open().filter(credential__key=key, digest=digest(secret)).select_related("credential").first()


def pair_of(authorization: str) -> tuple[str, str] | None:
    """Key and secret of a Basic header (RFC 7617); None if it is none."""
    scheme, _, rest = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        key, colon, secret = b64decode(rest.strip(), validate=True).decode().partition(":")
    except (Error, UnicodeDecodeError):
        return None
    return (key, secret) if colon and "\0" not in key else None


def form_pair_of(authorization: str) -> tuple[str, str] | None:
    """The same where OAuth sends it: each half is form-encoded first (RFC 6749, 2.3.1)."""
    pair = pair_of(authorization)
    return (unquote_plus(pair[0]), unquote_plus(pair[1])) if pair else None


def _place(authorization: str) -> bytes:
    return sha256(authorization.encode("utf-8", "surrogateescape")).digest()


def _admitted(caller: Caller) -> Caller:
    buckets().take(caller.credential)
    uses.note(caller.credential)
    return caller


def _looked_up(authorization: str) -> tuple[Caller, float]:
    """The caller, and for how many seconds that holds at least."""
    scheme, _, rest = authorization.partition(" ")
    ends, narrowed, row = None, None, None
    if pair := pair_of(authorization):
        row = known_by(*pair)
    elif scheme.lower() == "bearer" and (token := tokens.read(rest.strip())):
        row = CredentialSecret.objects.open().filter(id=token.secret).select_related("credential").first()
        ends, narrowed = token.until, token.scopes
    if row is None:
        raise Unauthorised
    ends = min((one for one in (ends, row.until) if one), default=None)
    seconds = (ends - clock.now()).total_seconds() if ends else REMEMBERED
    return _caller(row, narrowed), seconds


def _caller(row: CredentialSecret, narrowed: frozenset[str] | None) -> Caller:
    credential = row.credential
    account = {"homePage": settings.ORIGIN, "name": str(credential.id)}
    authority = {"objectType": "Agent", "account": account, "name": credential.name}
    given = frozenset(credential.scopes.split()) if narrowed is None else narrowed
    return Caller(credential.id, credential.institution, given, authority)
