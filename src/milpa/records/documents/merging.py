"""POST to a document that is there: properties of the first level are replaced or added, everything else stays.

xAPI 1.0.3, part 3, 2.2 ("JSON procedure"); IEEE 9274.1.1, 4.1.6.2. The text of each property is kept as its tool wrote it: numbers are
never read and written again, so that no digit is lost.
"""

import json
import re

from milpa.records.documents.refusals import TooManyProperties
from milpa.records.rules.problems import Malformed, said

JSON = "application/json"
PROPERTIES = 10_000  # of a document that is joined: 40 ms of the one writer
_SPACE = re.compile(r"[ \t\n\r]*")
_OPENS = re.compile(r"[ \t\n\r]*\{[ \t\n\r]*(\}[ \t\n\r]*)?").match
_COLON = re.compile(r"[ \t\n\r]*:[ \t\n\r]*").match
_FOLLOWS = re.compile(r"[ \t\n\r]*([,}])[ \t\n\r]*").match


def is_json(content_type: str) -> bool:
    return content_type.partition(";")[0].strip().lower() == JSON


def refuse_broken(content: bytes, content_type: str) -> None:
    """Raises Malformed for what says it is JSON and is not."""
    if not is_json(content_type):
        return
    text = _text(content)
    _value, end = _read(text, _skip(text, 0))
    if _skip(text, end) != len(text):
        raise _broken()


def merged(kept: bytes, kept_type: str, sent: bytes, sent_type: str) -> bytes:
    """What stands after the POST. Raises Malformed unless both are JSON objects, TooManyProperties."""
    if not is_json(sent_type):
        raise _no(said("A document is joined with what is kept only if it is sent as application/json."))
    if not is_json(kept_type):
        raise _no(said("What is kept here is not JSON: it can be replaced by PUT, but nothing can be joined with it."))
    new = properties(sent)
    try:
        old = properties(kept)
    except Malformed:
        raise _no(said("What is kept here is not a JSON object: it can be replaced by PUT, but nothing can be joined with it.")) from None
    return "".join(["{", ",".join(f"{json.dumps(name)}:{text}" for name, text in (old | new).items()), "}"]).encode()


def properties(content: bytes) -> dict[str, str]:
    """A JSON object's own properties, each with its value's text. The last of two with one name counts."""
    text = _text(content)
    if (opens := _OPENS(text)) is None:
        raise _no(said("Only JSON objects can be joined; this document is none."))
    found: dict[str, str] = {}
    end = opens.end()
    while opens[1] is None:
        name, end = _read(text, end)
        colon = _COLON(text, end)
        if colon is None or type(name) is not str:
            raise _broken()
        _value, end = _read(text, colon.end())
        found[name] = text[colon.end() : end]
        if (follows := _FOLLOWS(text, end)) is None:
            raise _broken()
        end = follows.end()
        if len(found) > PROPERTIES:
            raise TooManyProperties(most=PROPERTIES)
        if follows[1] == "}":
            break
    if end != len(text):
        raise _broken()
    return found


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise _broken() from None


def _skip(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    return space.end() if space else place


class _Number(str):
    """A number as it was written; a property's name cannot be one."""

    __slots__ = ()


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


_decoder = json.JSONDecoder(parse_int=_Number, parse_float=_Number, parse_constant=_refuse_constant)


def _read(text: str, place: int) -> tuple[object, int]:
    try:
        return _decoder.raw_decode(text, place)
    except (ValueError, RecursionError):
        raise _broken() from None


def _broken() -> Malformed:
    return _no(said("This is not JSON, although application/json says so."))


def _no(sentence: str) -> Malformed:
    return Malformed("content", sentence)
