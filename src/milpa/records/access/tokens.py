"""Bearer tokens of OAuth 2: signed, so that nothing is stored and any node reads them.

A token names the secret that it was got with: it ends with the hour, with that secret, and with the credential.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

from milpa.ledger import clock
from milpa.records.access.scopes import GRANTS

LASTS = timedelta(hours=1)
_SALT = "milpa.records.access.tokens"
_BODY = 16 + 5 + 2  # the secret's id, the second it ends, a bit for each scope
_ORDER = list(GRANTS)  # appended to, never reordered


@dataclass(frozen=True, slots=True)
class Token:
    secret: UUID
    until: datetime
    scopes: frozenset[str]


def issue(secret: UUID, scopes: frozenset[str]) -> str:
    until = int((clock.now() + LASTS).timestamp())
    bits = sum(1 << place for place, scope in enumerate(_ORDER) if scope in scopes)
    body = secret.bytes + until.to_bytes(5, "big") + bits.to_bytes(2, "big")
    return urlsafe_b64encode(body + _signature(body)).rstrip(b"=").decode()


def read(text: str) -> Token | None:
    """The token, if it is one of ours that has not ended."""
    try:
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (Error, ValueError):
        return None
    body, signature = raw[:_BODY], raw[_BODY:]
    if len(body) != _BODY or not constant_time_compare(signature, _signature(body)):
        return None
    until = datetime.fromtimestamp(int.from_bytes(body[16:21], "big"), UTC)
    bits = int.from_bytes(body[21:], "big")
    scopes = frozenset(scope for place, scope in enumerate(_ORDER) if bits >> place & 1)
    return Token(UUID(bytes=body[:16]), until, scopes) if until > clock.now() else None


def _signature(body: bytes) -> bytes:
    return salted_hmac(_SALT, body, algorithm="sha256").digest()
