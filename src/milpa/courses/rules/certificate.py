"""Whether somebody met the rules that were announced for the certificate, or what is lacking."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Rules:
    """As announced. None = not asked. Shares from 0 to 1, reached means met."""

    lessons: Fraction | None = Fraction(1)  # of those that count
    attendance: Fraction | None = None  # of the sessions held
    practices: int | None = None  # with the instructor's comment that it is well
    quiz: Fraction | None = None  # of the points of all quizzes


@dataclass(frozen=True, slots=True)
class Record:
    """What one learner did. Where nothing was held (no session, no quiz) the rule on it asks for nothing."""

    lessons_done: int
    lessons: int
    sessions_attended: int = 0
    sessions_held: int = 0
    practices_well: int = 0
    quiz_points: Fraction = Fraction(0)
    quiz_points_of: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Lack:
    """`code`: lessons, attendance, practices, quiz. `has` of `needs`, in lessons, sessions, practices, points."""

    code: str
    has: Fraction
    needs: Fraction


@dataclass(frozen=True, slots=True)
class Decision:
    is_met: bool
    lacks: tuple[Lack, ...]


def decision(rules: Rules, record: Record) -> Decision:
    """An edition in which nothing counts (no lesson) gives no certificate for lessons."""

    def share(code: str, asked: Fraction | None, has: Fraction, of: Fraction, whole: bool) -> Lack | None:
        if asked is None:
            return None
        needs = Fraction(-(-(asked * of) // 1)) if whole else asked * of
        return Lack(code, has, needs) if has < needs else None

    found = [
        share("lessons", rules.lessons, Fraction(record.lessons_done), Fraction(max(1, record.lessons)), True),
        share("attendance", rules.attendance, Fraction(record.sessions_attended), Fraction(record.sessions_held), True),
        share("practices", Fraction(1), Fraction(record.practices_well), Fraction(rules.practices or 0), True),
        share("quiz", rules.quiz, record.quiz_points, record.quiz_points_of, False),
    ]
    lacks = tuple(lack for lack in found if lack)
    return Decision(not lacks, lacks)
