"""Complete addresses: IRIs with a scheme, RFC 3987 (characters, percent triplets, brackets only around an IP address, one fragment)."""

import re
from functools import lru_cache
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed

LONGEST_KEPT = 400
_CHARACTER = r"(?:[^\x00-\x20\x7f-\x9f<>\"{}|\\^`%\[\]/?#]|%[0-9A-Fa-f]{2})"
_IRI = re.compile(
    rf"[A-Za-z][A-Za-z0-9+.\-]*:(?=.)"
    rf"(?://(?:{_CHARACTER}*|(?:{_CHARACTER}*@)?\[[0-9A-Fa-fvV:.]+\](?::[0-9]*)?)(?=[/?#]|\Z))?"
    rf"(?:{_CHARACTER}|/)*(?:\?(?:{_CHARACTER}|[/?])*)?(?:#(?:{_CHARACTER}|[/?])*)?"
).fullmatch


@lru_cache(maxsize=8192)
def _kept(text: str) -> bool:
    return _IRI(text) is not None


def is_iri(text: str) -> bool:
    """Whether the text is an absolute IRI. What was asked before is answered from memory, unless it is long."""
    return _kept(text) if len(text) <= LONGEST_KEPT else _IRI(text) is not None


def iri(value: Any) -> None:
    if value.__class__ is not str or not is_iri(value):
        raise Malformed("", problems.NOT_AN_IRI)
