"""Moments. 2.0.0: RFC 3339 (IEEE 9274.1.1, 4.2.7). 1.0.3: ISO 8601 as well (4.5): an offset may be short, or missing, then it is UTC.

Neither takes the offsets -00, -0000 and -00:00 (RFC 3339 writes an unknown offset so).
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed, Version
from milpa.records.rules.shapes import Check

LONGEST = 100
_DATE = r"(\d{4})-(\d\d)-(\d\d)[Tt ]"
_RFC_3339 = re.compile(_DATE + r"(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))", re.ASCII).fullmatch
_ISO_8601 = re.compile(_DATE + r"(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:[Zz]|([+-])(\d\d)(?::?(\d\d))?)?", re.ASCII).fullmatch
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+))?)?(?:Z|([+-])(\d\d)(\d\d)?)?", re.ASCII).fullmatch


def instant(text: str, version: Version) -> datetime:
    """The moment, in UTC, to the microsecond (finer is cut off). A leap second is the first of the next minute.

    Raises Malformed, its path empty.
    """
    found = None
    if text.__class__ is str and len(text) <= LONGEST:
        found = _RFC_3339(text)
        if found is None and version == "1.0.3":
            found = _ISO_8601(text) or _BASIC(text)
    if found is None:
        raise Malformed("", problems.NOT_A_TIME)
    year, month, day, hour, minute, second, fraction, sign, hours, minutes = found.groups()
    if sign == "-" and hours == "00" and minutes in (None, "00"):
        raise Malformed("", problems.NOT_A_TIME)
    try:
        return _moment((year, month, day, hour, minute), second or "0", fraction or "0", _offset(sign, hours, minutes))
    except (ValueError, OverflowError) as error:
        raise Malformed("", problems.NOT_A_TIME) from error


def _moment(parts: tuple[str, ...], second: str, fraction: str, offset: timezone) -> datetime:
    year, month, day, hour, minute = (int(part) for part in parts)
    leap = second == "60"
    moment = datetime(year, month, day, hour, minute, 59 if leap else int(second), 0 if leap else int(fraction[:6].ljust(6, "0")), offset)
    return (moment + timedelta(seconds=1) if leap else moment).astimezone(UTC)


def _offset(sign: str | None, hours: str | None, minutes: str | None) -> timezone:
    if sign is None or hours is None:
        return UTC
    away = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if int(hours) > 23 or int(minutes or 0) > 59:
        raise ValueError(hours)
    return timezone(-away if sign == "-" else away)


def said(moment: datetime) -> str:
    """As the store writes it: `2026-11-24T10:00:00.000000Z`."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment_of(version: Version) -> Check:
    """The check of a moment in this version."""

    def check(value: Any) -> None:
        instant(value, version)

    return check
