"""How satisfied the people who took a training action were.

Satisfaction = people who answered "bastante" or "muy" / people who answered the overall question; never a mean of items.
A answered so, of V who answered, of N who started (attended once or opened one lesson, those who left included). Shown
always as a fraction, a percentage, who did not answer, and the possible range had all answered. Being satisfied does not
prove that one learnt or that the enterprise improved. No finite population correction: those who answer are volunteers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from milpa.measures.proportion import percentage
from milpa.measures.suppression import K, is_small, safe_shares, suppress_line
from milpa.measures.wilson import Interval, wilson

SCALE = ("nada", "poco", "bastante", "muy")  # the questionnaire's four points, worst first
SATISFIED = ("bastante", "muy")
OURS = ""  # the formula above; an institution's own formula has a name, which stands beside every figure

DISTRIBUTION_FROM = 10  # answers
FEW = (1, 2)  # people that no category of a distribution may hold


class MixedFormulas(ValueError):
    """Figures of different formulas are never put together; `args` holds their names."""


@dataclass(frozen=True, slots=True)
class Category:
    answers: tuple[str, ...]  # of the scale; two where they were merged
    people: int


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """Where `suppressed` says why (few_answers, by_subtraction), nothing of what people answered is there."""

    started: int  # N
    answered: int  # V
    satisfied: int | None  # A
    percent: Decimal | None  # whole below 100 answers, one decimal from 100
    low: Decimal | None  # the possible range had all answered, in percent; None where all did
    high: Decimal | None
    distribution: tuple[Category, ...] | None
    suppressed: str = ""
    formula: str = OURS


@dataclass(frozen=True, slots=True)
class ProgrammeSatisfaction:
    """`total` counts answers ("respuestas"), so one person may be in it several times; `persons` counts them once."""

    total: Satisfaction
    persons: int
    editions: dict[str, Satisfaction]


def _hidden(started: int, answered: int, why: str, formula: str) -> Satisfaction:
    return Satisfaction(started, answered, None, None, None, None, None, why, formula)


def distribution(counts: Mapping[str, int], merged: bool = False) -> tuple[Category, ...] | None:
    """All four answers, or "nada" and "poco" as one where a category would hold one or two people (or where `merged` is
    asked for); None where one still does, or for fewer than ten answers."""
    four = tuple(Category((answer,), counts.get(answer, 0)) for answer in SCALE)
    three = (Category(SCALE[:2], four[0].people + four[1].people), *four[2:])
    if sum(category.people for category in four) < DISTRIBUTION_FROM:
        return None
    for categories in (three,) if merged else (four, three):
        if all(category.people not in FEW for category in categories):
            return categories
    return None


def _total_distribution(every: Mapping[str, int], editions: Iterable[Satisfaction]) -> tuple[Category, ...] | None:
    """The programme's distribution, unless subtracting those of the editions would give away one that is not shown."""
    theirs = [edition.distribution for edition in editions if edition.answered]
    if not any(theirs):
        return distribution(every)
    return distribution(every, merged=any(len(own) < len(SCALE) for own in theirs if own)) if all(theirs) else None


def satisfaction(counts: Mapping[str, int], started: int, formula: str = OURS) -> Satisfaction:
    """`counts`: answer of SCALE -> people; `started`: N.

    Raises ValueError for an answer off the scale, a negative count, or more answers than people who started.
    """
    answered = sum(counts.values())
    if not counts.keys() <= set(SCALE) or min(counts.values(), default=0) < 0 or answered > started:
        raise ValueError(f"no answers of {started} people: {dict(counts)}")
    if answered < K:
        return _hidden(started, answered, "few_answers", formula)
    satisfied = sum(counts.get(answer, 0) for answer in SATISFIED)
    low = high = None
    if answered < started:
        low = percentage(Fraction(satisfied, started), answered)
        high = percentage(Fraction(satisfied + started - answered, started), answered)
    percent = percentage(Fraction(satisfied, answered), answered)
    return Satisfaction(started, answered, satisfied, percent, low, high, distribution(counts), "", formula)


def programme_satisfaction(
    editions: Mapping[str, tuple[Mapping[str, int], int]], persons: int, formulas: Mapping[str, str] | None = None
) -> ProgrammeSatisfaction:
    """Sum of A over sum of V. `editions`: edition -> (counts, started). `formulas`: edition -> its formula's name.

    An edition with fewer than five answers is hidden, and further ones (those with fewest answers) until the total less
    what is shown doesn't give a small group away. Raises MixedFormulas.
    """
    names = {(formulas or {}).get(edition, OURS) for edition in editions}
    if len(names) > 1:
        raise MixedFormulas(*sorted(names))
    formula = next(iter(names), OURS)
    every = {answer: sum(counts.get(answer, 0) for counts, _ in editions.values()) for answer in SCALE}
    started = sum(of for _, of in editions.values())
    line = suppress_line([sum(counts.values()) for counts, _ in editions.values()])
    shown = {}
    for (edition, (counts, of)), may in zip(editions.items(), line.counts, strict=True):
        figure = satisfaction(counts, of, formula)
        shown[edition] = figure if may is not None or figure.suppressed else _hidden(of, figure.answered, "by_subtraction", formula)
    total = replace(satisfaction(every, started, formula), distribution=_total_distribution(every, shown.values()))
    return ProgrammeSatisfaction(total, persons, shown)


def by_group(groups: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int] | None]:
    """Satisfied and answered of each subgroup beside the edition's own figure; None where it would expose somebody: few
    people, all or none of them satisfied, few on one side, or what subtraction leaves over."""
    shown = safe_shares(list(groups.values()))
    return {group: share if is_shown else None for (group, share), is_shown in zip(groups.items(), shown, strict=True)}


def future_editions(satisfied: int, answered: int) -> Interval | None:
    """The Wilson interval, only when speaking of future editions and labelled so; None for fewer than five answers."""
    return None if answered == 0 or is_small(answered) else wilson(satisfied, answered)
