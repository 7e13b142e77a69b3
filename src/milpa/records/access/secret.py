"""Keys and secrets: how they are made, and what is kept of a secret."""

import secrets
from hashlib import sha256


def new_key() -> str:
    """Names a credential; it is no secret."""
    return secrets.token_hex(10)


def new_secret() -> str:
    """256 random bits, as 43 letters that need no escaping anywhere."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> bytes:
    return sha256(secret.encode()).digest()
