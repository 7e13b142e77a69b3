"""Results question by question: how many answered, how many chose what, the middle of figures; few people are never shown.

A question answered by fewer than five is hidden whole. Of one choice among several the small counts are hidden, and more until nothing
follows by subtraction; where several may be marked, a count is hidden if those who marked it, or those who did not, are fewer than five.
Of figures only the median and the quartiles are shown: the smallest and the largest are somebody's. Open answers stand apart, each
question's in an order of its own, so that they meet neither each other nor a score.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from milpa.measures.suppression import K, is_small, suppress_line
from milpa.surveys.rules.form import FIGURES, MULTIPLE, ONE, RANGE, TEXT, YES, Form, Question

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Count:
    """`people` is None where it is not shown."""

    choice: str
    people: int | None


@dataclass(frozen=True, slots=True)
class Middle:
    low: Decimal  # first quartile
    median: Decimal
    high: Decimal  # third quartile


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """`hidden`: too few answered this question to show anything of it but how many they are."""

    question: Question
    answered: int
    hidden: bool
    counts: tuple[Count, ...] = ()
    middle: Middle | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """`answered`: whole answers. `hidden`: fewer than five, so nothing else is here."""

    answered: int
    hidden: bool
    questions: tuple[QuestionSummary, ...] = ()


def summarise(form: Form, answers: Sequence[Answers], k: int = K) -> Summary:
    """Of every question that has choices or figures, in the order of the form."""
    if len(answers) < k:
        return Summary(len(answers), True)
    told = [question for question in form.asked() if question.kind in (ONE, MULTIPLE, YES, *FIGURES)]
    return Summary(len(answers), False, tuple(_summary(question, answers, k) for question in told))


def _summary(question: Question, answers: Sequence[Answers], k: int) -> QuestionSummary:
    given = [row[question.name] for row in answers if row.get(question.name, "") != ""]
    if len(given) < k:
        return QuestionSummary(question, len(given), True)
    middle = middle_of([Decimal(value) for value in given]) if question.kind in FIGURES else None
    return QuestionSummary(question, len(given), False, _counts(question, given, k), middle)


def _counts(question: Question, given: Sequence[str], k: int) -> tuple[Count, ...]:
    found = Counter(name for value in given for name in (value.split() if question.kind == MULTIPLE else [value]))
    if question.kind == MULTIPLE:
        whole = len(given)
        return tuple(Count(one.name, _alone(found[one.name], whole, k)) for one in question.choices)
    if question.kind in (ONE, RANGE):
        names = [one.name for one in question.choices] if question.kind == ONE else list(question.scale)
        line = suppress_line([found[name] for name in names], k)
        return tuple(Count(name, people) for name, people in zip(names, line.counts, strict=True))
    return ()


def _alone(people: int, whole: int, k: int) -> int | None:
    """Those who marked something: neither they nor the others may be few."""
    return None if is_small(people, k) or is_small(whole - people, k) else people


def middle_of(figures: Sequence[Decimal]) -> Middle:
    """Median and quartiles; a quartile is the median of that half, the middle one in both (Tukey's hinges). Needs one figure."""
    ordered = sorted(figures)
    half = (len(ordered) + 1) // 2
    return Middle(_median(ordered[:half]), _median(ordered), _median(ordered[-half:]))


def _median(ordered: Sequence[Decimal]) -> Decimal:
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def open_answers(form: Form, answers: Sequence[Answers], salt: str, k: int = K) -> dict[str, list[str]]:
    """The words of each open question, in an order of its own that says nothing of who answered when. Empty for fewer than five answers."""
    if len(answers) < k:
        return {}
    asked = [question.name for question in form.asked() if question.kind == TEXT]
    return {name: shuffled([row[name] for row in answers if row.get(name)], f"{salt}:{name}") for name in asked}


def shuffled(texts: Sequence[str], salt: str) -> list[str]:
    """Always the same order for the same texts, and none that anybody could know beforehand."""
    return sorted(texts, key=lambda text: sha256(f"{salt}:{text}".encode()).digest())
