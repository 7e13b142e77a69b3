"""Personal codes and PINs: what may be one, and how wrong tries slow a browser.

A code names, it does not open: eight letters and digits that cannot be misread, shown in two groups. The PIN opens, and is always asked.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

LETTERS = "ABCDEFGHJKMNPQRTUVWXYZ2346789"  # without I L O S 0 1 5, which a hand or an eye mistakes
_MISTAKEN = str.maketrans("0O1IL5S", "QQJJJ22")
WRONG_A_BROWSER = 5
WRONG_A_DAY = 50
SLOWED = timedelta(minutes=15)


def new_code() -> str:
    """Eight characters of 29: 5 * 10^11 codes."""
    return "".join(secrets.choice(LETTERS) for _ in range(8))


def shown(code: str) -> str:
    """`K7M4-P2QX`."""
    return f"{code[:4]}-{code[4:]}"


def typed(text: str) -> str:
    """The code somebody typed: spaces, dashes and small letters do not matter; mistaken signs are read as what they resemble."""
    tidy = "".join(text.upper().split()).replace("-", "")
    return tidy.translate(_MISTAKEN)


def is_easy(pin: str, code: str = "") -> bool:
    """Six equal or consecutive digits, a year twice, pairs: what is tried first."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return len(set(pin)) <= 2 or steps in ({1}, {9}) or pin[:2] * 3 == pin or pin[:3] * 2 == pin or pin[:2] in ("19", "20")


def new_pin() -> str:
    """A temporary PIN that is not easy."""
    while is_easy(pin := f"{secrets.randbelow(1_000_000):06}"):
        pass
    return pin


@dataclass(frozen=True, slots=True)
class Allowance:
    open: bool
    needs_reset: bool  # the instructor resets; nothing is lost
    until: datetime | None  # when this browser may try again


def allowance(now: datetime, by_browser: list[datetime], by_code: list[datetime], browser_is_known: bool) -> Allowance:
    """Five wrong PINs per (code, browser) slow that browser for 15 minutes; fifty per code in a day ask for a reset.

    A browser that has signed in before keeps its own allowance: strangers' tries do not count against it.
    """
    day = now - timedelta(days=1)
    if not browser_is_known and sum(at > day for at in by_code) >= WRONG_A_DAY:
        return Allowance(False, True, None)
    recent = sorted(at for at in by_browser if at > now - SLOWED)
    if len(recent) >= WRONG_A_BROWSER:
        return Allowance(False, False, recent[-WRONG_A_BROWSER] + SLOWED)
    return Allowance(True, False, None)
