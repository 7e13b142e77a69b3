"""Whether an enterprise stands in a rural area, as lists write it; and which column says so."""

from milpa.conglomerates.rules.duplicates import plain

RURAL = {"rural", "r", "aldea", "caserio", "area rural"}
URBAN = {"urbana", "urbano", "urban", "u", "area urbana", "cabecera"}
HEADINGS = {
    "area",
    "zona",
    "urbana o rural",
    "urbano o rural",
    "urbano rural",
    "rural o urbana",
    "area urbana o rural",
    "rural",
    "es rural",
}
YES, NO = {"si", "yes", "x", "1", "true", "verdadero"}, {"no", "0", "false", "falso"}


class AreaUnknown(ValueError):
    """What is written says neither rural nor urban."""


def is_rural(text: str) -> bool | None:
    """True, False, or None where nothing is written. A column headed "rural" may say yes or no. Raises AreaUnknown."""
    written = plain(text)
    if not written or written in {"na", "nd", "sd", "n a", "n d", "s d"}:
        return None
    if written in RURAL | YES:
        return True
    if written in URBAN | NO:
        return False
    raise AreaUnknown(text)


def is_heading(text: str) -> bool:
    """Whether a column's heading says that it holds the area."""
    return plain(text) in HEADINGS
