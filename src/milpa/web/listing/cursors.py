"""A place in a list: the value it is ordered by and the id of the row it stands after or before. Signed, so only ours are believed."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core import signing

_TAGS: dict[type, tuple[str, Any]] = {
    datetime: ("t", datetime.fromisoformat),
    date: ("d", date.fromisoformat),
    Decimal: ("m", Decimal),
    UUID: ("u", UUID),
}
_READERS = {tag: reader for tag, reader in _TAGS.values()}

Place = tuple[Any, Any]  # (value, id)


def written(place: Place, salt: str) -> str:
    return signing.dumps([_tagged(value) for value in place], salt=f"listing:{salt}")


def read(text: str, salt: str) -> Place | None:
    """None for what we did not write for this list in this order: the list then begins at its beginning."""
    try:
        value, id = signing.loads(text, salt=f"listing:{salt}")
    except signing.BadSignature:
        return None
    return _untagged(value), _untagged(id)


def _tagged(value: Any) -> Any:
    if type(value) not in _TAGS:
        return value
    text = value.isoformat() if isinstance(value, date) else str(value)
    return [_TAGS[type(value)][0], text]


def _untagged(value: Any) -> Any:
    return _READERS[value[0]](value[1]) if isinstance(value, list) else value
