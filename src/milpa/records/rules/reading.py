"""JSON as the standard takes it: UTF-8, no key twice in an object, no NaN or Infinity, and never so deep that it breaks the reader."""

import json
import math
import re
from typing import Any, NoReturn

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed

DEEPEST = 200
_HALF = re.compile(rb"\\u[dD][89a-fA-F]").search  # half a character, which may lack the other


def read(sent: bytes | str) -> Any:
    """The value. Raises Malformed, its path empty, or the key that stands twice."""
    try:
        text = sent if isinstance(sent, str) else sent.decode("utf-8")
        value = _DECODER.decode(text.removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise Malformed("", problems.said("This has to be UTF-8; byte {place} isn't."), place=error.start) from error
    except json.JSONDecodeError as error:
        stops = problems.said("This has to be JSON; it stops being it in line {line}, column {column}.")
        raise Malformed("", stops, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise Malformed("", problems.TOO_DEEP, deepest=DEEPEST) from error
    except ValueError as error:  # a whole number of more than 4,300 digits
        raise Malformed("", problems.NOT_A_NUMBER) from error
    if _HALF(sent if isinstance(sent, bytes) else sent.encode("utf-8", "surrogatepass")):
        _whole_characters(value)
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) != len(pairs):
        seen: set[str] = set()
        for key, _value in pairs:
            if key in seen:
                raise Malformed("", problems.said("This stands twice in one object.")).within(key)
            seen.add(key)
    return plain


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise Malformed("", problems.NOT_A_NUMBER)
    return number


def _constant(name: str) -> NoReturn:
    raise Malformed("", problems.said("JSON has no {name}."), name=name)


def _whole_characters(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise Malformed("", problems.said("This has half a character (a lone surrogate).")) from error


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_float=_finite, parse_constant=_constant)
