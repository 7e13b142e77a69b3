"""What stands beside the levels of involvement: how many took part, how many were answered, who decided, their own word.

See `involvement` for the levels. Nothing here is averaged into them.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import sha256
from statistics import median

from milpa.programmes.rules.involvement import DECIDING, INSTITUTION, Act, Phase, is_answered, level_of, of_enterprises

TRAITS = ("size", "department", "leader_sex")


@dataclass(frozen=True, slots=True)
class Enterprise:
    """What the register knows; "" = unknown."""

    size: str = ""
    department: str = ""
    leader_sex: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a kind acted, of those invited and of those in the register."""

    value: str
    acted: int
    invited: int
    registered: int


@dataclass(frozen=True, slots=True)
class Breadth:
    """Without the board's own enterprises; `by`: trait (size, department, leader_sex) -> shares, most registered first."""

    acted: int
    invited: int
    registered: int
    by: dict[str, tuple[Share, ...]]


@dataclass(frozen=True, slots=True)
class Answered:
    made: int  # contributions
    answered: int
    median_days: float | None  # of the institution's time, over those answered


@dataclass(frozen=True, slots=True)
class DecidedTogether:
    together: int  # decisions with a choice at level 5
    of: int


@dataclass(frozen=True, slots=True)
class OwnWord:
    """What they say of it. `gap`: levels between the computed headline and what the word stands for; from 2 on it is
    printed beside, never smoothed."""

    counts: dict[str, int]
    word: str  # the middle one; of two middle ones the lower
    gap: int
    is_printed: bool


# "¿Lo que ustedes dijeron cambió algo?" and the levels each word stands for (ours): nothing, some, much.
WORDS = {"nothing": (0, 1), "some": (2, 3), "much": (4, 5)}


def breadth(phase: Phase, acts: Iterable[Act], register: Mapping[Hashable, Enterprise]) -> Breadth:
    """Distinct enterprises that acted in the phase; what an enterprise not in the register is, is unknown."""
    acted = {act.enterprise for act in of_enterprises(acts, phase) if act.enterprise is not None}
    invited, registered = phase.invited - phase.board, register.keys() - phase.board

    def count(trait: str, enterprises: AbstractSet[Hashable]) -> Counter[str]:
        return Counter(getattr(register.get(enterprise, Enterprise()), trait) for enterprise in enterprises)

    by = {}
    for trait in TRAITS:
        did, asked, known = (count(trait, enterprises) for enterprises in (acted, invited, registered))
        values = sorted(did.keys() | asked.keys() | known.keys(), key=lambda value: (-known[value], value))
        by[trait] = tuple(Share(value, did[value], asked[value], known[value]) for value in values)
    return Breadth(len(acted), len(invited), len(registered), by)


def answered(phase: Phase, acts: Iterable[Act]) -> Answered:
    """Contributions of both sides in the phase; one that its author says was not answered is not."""
    made = [act for act in acts if act.phase == phase.id and act.side != INSTITUTION and act.contribution]
    done = [act for act in made if is_answered(act)]
    days = [act.days_to_answer for act in done if act.days_to_answer is not None]
    return Answered(len(made), len(done), float(median(days)) if days else None)


def decided_together(phase: Phase, acts: Iterable[Act], decisions: AbstractSet[Hashable]) -> DecidedTogether:
    """Decisions of the phase in which either side made a real choice, of all `decisions` taken in it."""
    deciding = {act.decision for act in acts if act.phase == phase.id and act.side != INSTITUTION and level_of(act) == DECIDING}
    return DecidedTogether(len(deciding & decisions), len(decisions))


def own_word(words: Sequence[str], headline: int) -> OwnWord | None:
    """What the liaison and the enterprises drawn by lot said (nothing, some, much); None while nobody answered.

    Raises ValueError for another word.
    """
    scale = list(WORDS)
    said = sorted(scale.index(word) for word in words)
    if not said:
        return None
    word = scale[said[(len(said) - 1) // 2]]
    low, high = WORDS[word]
    gap = max(low - headline, headline - high, 0)
    return OwnWord({name: list(words).count(name) for name in scale}, word, gap, gap >= 2)


def to_read_back(acts: Iterable[Act]) -> list[Hashable]:
    """The acts that staff typed for somebody and that are read back to their author: one in ten, rounded up, drawn by a
    lot that nobody chooses and that comes out the same each time (the digest of the id)."""
    typed = [act.id for act in acts if act.typed_by_staff and act.id is not None]
    drawn = sorted(typed, key=lambda act: sha256(str(act).encode()).digest())
    return drawn[: -(-len(typed) // 10)]
