"""Whether the voices that are usually missing are there, in words."""

from typing import Any

from django.utils.translation import gettext as _

from milpa.workshops.models.workshop import VOICE_WORDS
from milpa.workshops.rules.balance import Balance


def voice_lines(voices: Balance) -> list[dict[str, Any]]:
    """One line a voice: how many enterprises, or the reason that was written, or that it is missing."""
    return [
        {"title": str(words), "meta": _standing(voices, voice), "missing": voice in voices.missing} for voice, words in VOICE_WORDS.items()
    ]


def _standing(voices: Balance, voice: str) -> str:
    if voices.counts[voice]:
        return _("there: {n}").format(n=voices.counts[voice])
    if voice in voices.explained:
        return _("not there: {why}").format(why=voices.explained[voice])
    return _("not there, and nobody has said why")
