"""One way to write a plain structure as bytes, so that equal things have equal bytes and equal hashes."""

import hashlib
import json
import unicodedata
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID


def plain(value: Any) -> Any:
    """The value as JSON can say it: NFC text, ISO times in UTC, decimals and ids as text. Raises TypeError for anything else."""
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return unicodedata.normalize("NFC", value)
        case UUID():
            return str(value)
        case Decimal():
            return format(value.normalize(), "f")
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date() | time():
            return value.isoformat()
        case bytes() | memoryview():
            return bytes(value).hex()
        case dict():
            return {plain(str(key)): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
    raise TypeError(f"not a plain value: {type(value).__name__}")


def canonical(value: Any) -> bytes:
    """JSON with sorted keys, no spaces, UTF-8, NFC."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def fingerprint(content: bytes, salt: bytes = b"") -> bytes:
    """SHA-256 of salt and content: 32 bytes."""
    return hashlib.sha256(salt + content).digest()
