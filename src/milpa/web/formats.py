"""How dates, numbers, money and sizes read on a page. Each is a filter of the same name in the templates.

Guatemala writes 2,700.5 in both languages; a space that does not break stands between a figure and its unit.
"""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from zlib import crc32

from django.utils import dateformat, timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from milpa.ledger import clock

NBSP = "\u00a0"
_DAY = {"es": r"j \d\e F \d\e Y", "en": "j F Y"}
_PARTICLES = {"de", "del", "la", "las", "los", "y", "e", "of", "the", "and", "for", "para", "don", "doña", "en"}
_DYES = 6


def _language() -> str:
    return "en" if (get_language() or "es").startswith("en") else "es"


def _local(value: date) -> date:
    """A moment in the institution's zone (the middleware activates it); a date stays as it is."""
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


def day(value: date | None) -> str:
    """4 de febrero de 2026."""
    if not value:
        return ""
    local = _local(value)
    return _written(local.date() if isinstance(local, datetime) else local, _language())


@lru_cache(maxsize=5_000)  # a list says the same days over and over
def _written(day: date, language: str) -> str:
    return dateformat.format(day, _DAY[language])


def hour(value: datetime | None) -> str:
    """10:42."""
    return f"{_local(value):%H:%M}" if value else ""


def moment(value: datetime | None) -> str:
    """4 de febrero de 2026, 10:42."""
    return f"{day(value)}, {hour(value)}" if value else ""


def ago(value: date | None) -> str:
    """hace 4 días; a date to come is written out ("el 12 de diciembre de 2026")."""
    if value is None:
        return ""
    if not isinstance(value, datetime):
        return _days_ago((timezone.localtime(clock.now()).date() - value).days, value)
    past = clock.now() - value
    if past < timedelta(0):
        return _("on {day}").format(day=day(value))
    minutes = int(past.total_seconds() // 60)
    if minutes < 1:
        return _("just now")
    if minutes < 60:
        return ngettext("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes)
    if minutes < 60 * 24:
        return ngettext("{n} hour ago", "{n} hours ago", minutes // 60).format(n=minutes // 60)
    return _days_ago(past.days, value)


def _days_ago(days: int, value: date) -> str:
    if days < 0 or days > 30:
        return _("on {day}").format(day=day(value))
    if days == 0:
        return _("today")
    return ngettext("{n} day ago", "{n} days ago", days).format(n=days)


def number(value: float | Decimal | None, decimals: int = 0) -> str:
    """2,700; with decimals=1: 2,700.5. Nothing known is a dash, never a zero."""
    return "–" if value is None else f"{value:,.{decimals}f}"


def percent(fraction: float | Decimal | None, decimals: int = 0) -> str:
    """0.46 -> 46 %."""
    return "–" if fraction is None else f"{fraction * 100:,.{decimals}f}{NBSP}%"


def money(amount: Decimal | float | None, currency: str = "GTQ", decimals: int = 2) -> str:
    """Q 1,250.00; every other currency by its ISO 4217 code: USD 1,250.00."""
    if amount is None:
        return "–"
    sign = "Q" if currency == "GTQ" else currency
    return f"{sign}{NBSP}{amount:,.{decimals}f}"


def filesize(size: int | None) -> str:
    """6.2 MB, 340 kB; what is said before anything is downloaded."""
    if size is None:
        return "–"
    if size < 1_000_000:
        return f"{max(1, round(size / 1000)):,}{NBSP}kB"
    return f"{size / 1_000_000:,.1f}{NBSP}MB"


def initials(name: str | None) -> str:
    """Ana Morales -> AM; Instituto Técnico de Capacitación -> IT."""
    words = [word for word in re.findall(r"\w+", name or "") if word.lower() not in _PARTICLES]
    return "".join(word[0] for word in words[:2]).upper() or "·"


def dye(name: str | None) -> int:
    """Which of the six dyes stands behind someone's initials; always the same for the same name."""
    return crc32((name or "").encode()) % _DYES + 1
