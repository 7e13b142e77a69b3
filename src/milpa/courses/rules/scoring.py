"""How an answer in a quiz is scored: 0 to 1 a question, 1 = right. A wrong part never costs more than its question."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Choice:
    right: str


@dataclass(frozen=True, slots=True)
class Multiple:
    """Each right option marked counts, each wrong one marked takes one away."""

    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ordering:
    """Counts the pairs that stand in the right order, so one item out of place costs little; reversed is 0."""

    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """Right within `tolerance` on either side, the ends included."""

    right: Decimal
    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class ShortText:
    """Any of the accepted answers; capitals, accents, marks and doubled spaces don't matter."""

    accepted: tuple[str, ...]


Question = Choice | Multiple | Ordering | Number | ShortText
Answer = str | Sequence[str]  # several for Multiple and Ordering


@dataclass(frozen=True, slots=True)
class QuizScore:
    score: Fraction  # points reached
    of: Fraction  # points to reach
    right: int  # questions wholly right
    questions: int
    unanswered: tuple[str, ...]
    passed: bool


def normalised(text: str) -> str:
    """Lower case without accents (ñ stays ñ), marks as spaces, single spaces."""
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).casefold().replace("ñ", "\0"))
    letters = "".join(mark for mark in apart if not unicodedata.combining(mark)).replace("\0", "ñ")
    return " ".join(re.sub(r"[\W_]", " ", letters).split())


def number_in(text: str) -> Decimal | None:
    """The number that was typed: "Q1,250.50", "1250,5", "25 %", "-3"; None where there is none or more than one.

    Guatemala writes a comma for thousands and a point for decimals; a single comma with other than three digits after
    it is read as a decimal comma.
    """
    plain = re.sub(r"^(q\.?|us\$|\$)|(%|quetzales)$", "", re.sub(r"\s", "", text.lower()))
    if re.fullmatch(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"[-+]?\d+,\d+", plain):
        plain = plain.replace(",", ".")
    return Decimal(plain) if re.fullmatch(r"[-+]?(\d+(\.\d*)?|\.\d+)", plain, re.ASCII) else None


def _ordering(right: Sequence[str], given: Sequence[str]) -> Fraction:
    if sorted(given) != sorted(right):
        return Fraction(0)
    place = {item: number for number, item in enumerate(given)}
    pairs = [(one, other) for number, one in enumerate(right) for other in right[number + 1 :]]
    return Fraction(sum(place[one] < place[other] for one, other in pairs), len(pairs)) if pairs else Fraction(1)


def score(question: Question, answer: Answer | None) -> Fraction:
    """0 to 1; 0 where nothing was answered or the answer has another shape than the question."""
    one = answer if isinstance(answer, str) else ""
    several = list(answer) if answer is not None and not isinstance(answer, str) else []
    match question:
        case Choice(right):
            return Fraction(one == right)
        case Multiple(right_ones):
            hits, wrong = len(right_ones & set(several)), len(set(several) - right_ones)
            return Fraction(max(0, hits - wrong), len(right_ones)) if right_ones else Fraction(not several and answer is not None)
        case Ordering(order):
            return _ordering(order, several)
        case Number(value, tolerance):
            typed = number_in(one)
            return Fraction(typed is not None and abs(typed - value) <= tolerance)
        case ShortText(accepted):
            typed_text = normalised(one)
            return Fraction(bool(typed_text) and typed_text in {normalised(text) for text in accepted})


def quiz_score(
    questions: Mapping[str, Question],
    answers: Mapping[str, Answer],
    pass_mark: Fraction = Fraction(3, 5),
    points: Mapping[str, int] | None = None,
) -> QuizScore:
    """Over all questions; `points`: question -> what it is worth, 1 where it isn't there. An empty quiz is passed."""
    worth = {key: Fraction((points or {}).get(key, 1)) for key in questions}
    scores = {key: score(question, answers.get(key)) for key, question in questions.items()}
    reached = sum((worth[key] * value for key, value in scores.items()), Fraction(0))
    of = sum(worth.values(), Fraction(0))
    unanswered = tuple(key for key in questions if not answers.get(key))
    return QuizScore(reached, of, sum(value == 1 for value in scores.values()), len(questions), unanswered, reached >= pass_mark * of)
