"""Key and secret of another record store, kept so that only this server can use them: encrypted with a key made of SECRET_KEY."""

import json
from base64 import urlsafe_b64encode
from typing import Any

from django.utils.crypto import salted_hmac

from milpa.records.forwarding.refusals import WrongSecretKey

_SALT = "milpa.records.forwarding.sealing"


def seal(key: str, secret: str) -> bytes:
    sealed: bytes = _fernet().encrypt(json.dumps([key, secret]).encode())
    return sealed


def unseal(sealed: bytes) -> tuple[str, str]:
    """Raises WrongSecretKey."""
    from cryptography.fernet import InvalidToken

    try:
        key, secret = json.loads(_fernet().decrypt(bytes(sealed)))
    except InvalidToken:
        raise WrongSecretKey from None
    return key, secret


def _fernet() -> Any:
    from cryptography.fernet import Fernet  # 6 MB that only who forwards needs

    return Fernet(urlsafe_b64encode(salted_hmac(_SALT, "", algorithm="sha256").digest()))
