"""Whether the voices that are usually missing are there: at least one micro, one rural and one woman-led enterprise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

VOICES = ("micro", "rural", "woman_led")


@dataclass(frozen=True, slots=True)
class Present:
    """An enterprise that came or was invited; None where the register doesn't know."""

    enterprise: str
    size: str | None = None
    rural: bool | None = None
    woman_led: bool | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    met: bool  # each voice is there, or it is on record why not
    counts: dict[str, int]  # voice -> enterprises
    missing: tuple[str, ...]  # neither there nor explained
    explained: dict[str, str]  # voice -> reason, for those not there


def balance(present: Sequence[Present], reasons: Mapping[str, str] | None = None) -> Balance:
    """What the enterprises present hold of the three voices. `reasons`: voice -> why it is not there, as written.

    An enterprise counts once however many people came for it. What is unknown is not there.
    """
    once = {enterprise.enterprise: enterprise for enterprise in present}.values()
    counts = {
        "micro": sum(enterprise.size == "micro" for enterprise in once),
        "rural": sum(enterprise.rural is True for enterprise in once),
        "woman_led": sum(enterprise.woman_led is True for enterprise in once),
    }
    written = {voice: reason.strip() for voice, reason in (reasons or {}).items() if reason.strip()}
    explained = {voice: written[voice] for voice in VOICES if not counts[voice] and voice in written}
    missing = tuple(voice for voice in VOICES if not counts[voice] and voice not in explained)
    return Balance(not missing, counts, missing, explained)
