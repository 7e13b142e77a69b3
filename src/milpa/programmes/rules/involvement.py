"""How far the counterpart and the enterprises took part in a phase: computed from what happened, never typed in.

Two rows that are never merged, representation (mandated people of the counterpart) and enterprises (those not on the
board, owners and workers); the headline is the lower one. Levels 0 to 5 after the IAP2 spectrum of public participation;
a level holds only if all below it hold. There is no number for a whole programme and no ranking.

What touches which level, as the packages register it:
1 informed: opened or attended what they were sent. 2 consulted: answered (cards, votes, survey answers, comments).
3 involved: signed a text that the institution wrote ("ratified"); a contribution that got an answer reaches 3 by itself.
4 collaborating: their change was taken up (text, names of groups, criteria, weights). 5 deciding: a `Choice`.
Refusing, objecting or withdrawing a signature with a reason are acts of the level they touch.
"""

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

NONE, INFORMED, CONSULTED, INVOLVED, COLLABORATING, DECIDING = range(6)

REPRESENTATION, ENTERPRISES, INSTITUTION = "representation", "enterprises", "institution"

# What counts as an answer to a contribution: it says what is or will be done, why not, or to whom it was passed.
ANSWERS = frozenset({"done", "will_be_done", "not_because", "passed_on"})

FEWEST = 5  # enterprises that a level needs, and a tenth of those invited; all of them where fewer than ten were invited
ALL_BELOW = 10
DAYS = 7  # between text and signature, or an assembly


@dataclass(frozen=True, slots=True)
class Choice:
    """What makes an act a decision.

    `ground`: options (two or more were before them), own_change (theirs stands in what was signed), rejected (a proposal;
    there is no signature, so no time is asked for).
    """

    ground: str
    options: int = 0
    days: int | None = None  # between the text and the signature
    in_assembly: bool = False
    overturned: bool = False  # the institution changed the result afterwards without a reason


@dataclass(frozen=True, slots=True)
class Act:
    """Something done in a phase. What staff typed for somebody is that person's act.

    enterprise: whose act it is; None for representation, and for who came by an open link without a ticket (it counts
    for no enterprise). level: the level touched, 1 to 5. contribution: it waits for an answer; answer: its kind, one of
    ANSWERS or anything else (thanks are no answer); disputed: its author says "no me contestaron".
    """

    phase: str
    side: str
    level: int
    enterprise: Hashable | None = None
    contribution: bool = False
    answer: str | None = None
    disputed: bool = False
    choice: Choice | None = None
    decision: Hashable | None = None  # the decision that a choice belongs to
    days_to_answer: int | None = None  # the institution's time only
    id: Hashable | None = None
    typed_by_staff: bool = False


@dataclass(frozen=True, slots=True)
class Phase:
    """What the rule must know of a phase besides its acts.

    invited: enterprises invited in it. board: enterprises of the board's members, which are no part of the second row.
    applies: see the function of that name.
    """

    id: str
    invited: AbstractSet[Hashable] = frozenset()
    board: AbstractSet[Hashable] = frozenset()
    applies: bool = True


@dataclass(frozen=True, slots=True)
class Check:
    """Why a level holds or not. For representation one act is enough: `needed` is 1 and `reached` counts acts."""

    level: int
    holds: bool  # by itself; the row's level also asks for all below
    reached: int
    needed: int
    unanswered: int  # contributions that keep level 3 from holding


@dataclass(frozen=True, slots=True)
class Row:
    level: int
    checks: tuple[Check, ...]  # levels 1 to 5


@dataclass(frozen=True, slots=True)
class Involvement:
    """Of one phase; all None where it doesn't apply ("no aplica", outside every mean)."""

    phase: str
    representation: Row | None
    enterprises: Row | None

    @property
    def headline(self) -> int | None:
        """The lower of the two rows."""
        if self.representation is None or self.enterprises is None:
            return None
        return min(self.representation.level, self.enterprises.level)


def is_answered(act: Act) -> bool:
    return act.answer in ANSWERS and not act.disputed


def level_of(act: Act) -> int:
    """The level the act really touches: a decision that was none is what is left of it."""
    if act.level < DECIDING:
        return act.level
    choice = act.choice
    if choice is None or choice.overturned:
        return CONSULTED
    in_time = choice.in_assembly or (choice.days is not None and choice.days >= DAYS)
    if choice.ground == "rejected" or (choice.ground == "options" and choice.options >= 2 and in_time):
        return DECIDING
    if choice.ground == "own_change":
        return DECIDING if in_time else COLLABORATING
    return INVOLVED  # signed what was put before them: ratified


def _touches(act: Act, level: int) -> bool:
    """Whether the act counts for a level. Whoever acts was reached, and whoever answers, signs or decides was asked;
    but only an answer or a signature involves, only a change taken up collaborates, only a choice decides."""
    touched = level_of(act)
    if level <= CONSULTED:
        return touched >= level
    if level == INVOLVED:
        return touched >= INVOLVED or (act.contribution and is_answered(act))
    if level == COLLABORATING:
        own_change = act.choice is not None and act.choice.ground == "own_change"
        return touched == COLLABORATING or (touched == DECIDING and own_change)
    return touched == DECIDING


def needed_of(invited: int) -> int:
    """How many enterprises a level needs: five and a tenth of those invited; all where fewer than ten were invited."""
    return invited if invited < ALL_BELOW else max(FEWEST, -(-invited // 10))


def _enough(actors: AbstractSet[Hashable], invited: AbstractSet[Hashable]) -> bool:
    if not invited:
        return False
    if len(invited) < ALL_BELOW:
        return invited <= actors
    return len(actors) >= FEWEST and 10 * len(actors & invited) >= len(invited)


def _row(acts: Sequence[Act], invited: AbstractSet[Hashable] | None) -> Row:
    """`invited` None = representation, where one act is enough."""
    unanswered = sum(act.contribution and not is_answered(act) for act in acts)
    checks, level = [], NONE
    for asked in range(INFORMED, DECIDING + 1):
        touching = [act for act in acts if _touches(act, asked)]
        actors = {act.enterprise for act in touching if act.enterprise is not None}
        holds = bool(touching) if invited is None else _enough(actors, invited)
        open_ = unanswered if asked == INVOLVED else 0
        reached, needed = (len(touching), 1) if invited is None else (len(actors), needed_of(len(invited)))
        checks.append(Check(asked, holds and not open_, reached, needed, open_))
        if checks[-1].holds and level == asked - 1:
            level = asked
    return Row(level, tuple(checks))


def of_enterprises(acts: Iterable[Act], phase: Phase) -> list[Act]:
    """The acts of the second row: of enterprises, in this phase, without those on the board."""
    return [act for act in acts if act.phase == phase.id and act.side == ENTERPRISES and act.enterprise not in phase.board]


def applies(phase: str, phases: Sequence[str], counterpart_from: str, associations_invited: bool = False) -> bool:
    """Whether involvement is looked at in a phase: not before the one in which a counterpart is appointed, unless
    candidate associations were invited to weigh in. Raises ValueError for a phase that is not among `phases`."""
    return associations_invited or phases.index(phase) >= phases.index(counterpart_from)


def involvement_of(phase: Phase, acts: Iterable[Act]) -> Involvement:
    """The two rows of a phase. Acts of other phases and of the institution itself don't count; voided ones are left out
    by who calls; acts of erased persons are passed on, they stay countable."""
    if not phase.applies:
        return Involvement(phase.id, None, None)
    own = list(acts)
    representation = [act for act in own if act.phase == phase.id and act.side == REPRESENTATION]
    return Involvement(phase.id, _row(representation, None), _row(of_enterprises(own, phase), phase.invited - phase.board))
