"""The command's own words, in the language of the terminal; they are needed before Django is set up."""

import gettext as standard
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def _(message: str) -> str:
    """The message in the terminal's language (LC_ALL, LC_MESSAGES, LANG), English if it is neither."""
    return standard.translation("django", LOCALE, fallback=True).gettext(message)
