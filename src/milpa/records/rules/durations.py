"""Durations of ISO 8601:2004, 4.4.3.2 (P3Y1M29DT4H35M59.14S or P4W), compared to a hundredth of a second."""

import re
from functools import lru_cache
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed

LONGEST = 200
_N = r"[0-9]+(?:[.,][0-9]+)?"
_DURATION = re.compile(
    r"(?!.*[.,][0-9]+[A-Z]T?[0-9])"  # only the smallest part may have a fraction
    rf"P(?:{_N}W|(?=[0-9]|T)(?:{_N}Y)?(?:{_N}M)?(?:{_N}D)?(?:T(?=[0-9])(?:{_N}H)?(?:{_N}M)?(?:{_N}S)?)?)",
    re.ASCII,
).fullmatch
_HUNDREDTHS = re.compile(r"([0-9]+)[.,]([0-9]{1,2})[0-9]*S\Z", re.ASCII)


@lru_cache(maxsize=2048)
def _kept(text: str) -> bool:
    return _DURATION(text) is not None


def duration(value: Any) -> None:
    if value.__class__ is not str or len(value) > LONGEST or not _kept(value):
        raise Malformed("", problems.NOT_A_DURATION)


def hundredths(text: str) -> str:
    """The duration with what is finer than 0.01 s cut off, never rounded, so that two can be compared."""
    found = _HUNDREDTHS.search(text)
    if found is None:
        return text
    fraction = found[2].rstrip("0")
    return f"{text[: found.start()]}{found[1]}{'.' + fraction if fraction else ''}S"
