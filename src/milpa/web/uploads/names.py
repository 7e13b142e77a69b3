"""A file's name as it is kept: its own words, no path, no trick."""

import re
import unicodedata

from milpa.web import limits

_NOT_IN_A_NAME = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')


def bare_name(name: str | None) -> str:
    """What was sent, without the path that some browsers and all attackers send along."""
    return re.split(r"[/\\]", name or "")[-1]


def safe_name(name: str, kind: str) -> str:
    """The last part of what was sent, in one line, with the ending of what it really is.

    Directions of writing and other invisible signs go: they can make "exe" read as "jpg".
    """
    signs = unicodedata.normalize("NFC", bare_name(name))
    visible = "".join(sign for sign in signs if unicodedata.category(sign) not in ("Cf", "Cc", "Cs", "Co", "Cn"))
    words = " ".join(_NOT_IN_A_NAME.sub(" ", visible).split()).strip(". ")
    stem = re.sub(r"\.\w{1,5}$", "", words).strip(". ") or "archivo"
    return f"{stem[: limits.FILE_NAME_LENGTH - len(kind) - 1].rstrip('. ')}.{kind}"
