from dataclasses import replace
from fractions import Fraction

import pytest

from milpa.courses.rules.certificate import Lack, Record, Rules, decision

ALL = Record(
    lessons_done=20,
    lessons=20,
    sessions_attended=4,
    sessions_held=5,
    practices_well=1,
    quiz_points=Fraction(14),
    quiz_points_of=Fraction(20),
)
ANNOUNCED = Rules(lessons=Fraction(1), attendance=Fraction(4, 5), practices=1, quiz=Fraction(7, 10))


def test_who_met_every_announced_rule_gets_it():
    assert decision(ANNOUNCED, ALL).is_met


@pytest.mark.parametrize(
    ("less", "lack"),
    [
        ({"lessons_done": 19}, Lack("lessons", Fraction(19), Fraction(20))),
        ({"sessions_attended": 3}, Lack("attendance", Fraction(3), Fraction(4))),
        ({"practices_well": 0}, Lack("practices", Fraction(0), Fraction(1))),
        ({"quiz_points": Fraction(27, 2)}, Lack("quiz", Fraction(27, 2), Fraction(14))),
    ],
)
def test_what_is_lacking_is_told_as_has_and_needs(less, lack):
    assert decision(ANNOUNCED, replace(ALL, **less)).lacks == (lack,)


def test_a_share_of_sessions_is_rounded_up_to_whole_sessions():
    record = Record(1, 1, sessions_attended=2, sessions_held=3)
    assert decision(Rules(attendance=Fraction(4, 5)), record).lacks == (Lack("attendance", Fraction(2), Fraction(3)),)


def test_a_rule_on_what_was_never_held_asks_for_nothing():
    assert decision(Rules(attendance=Fraction(4, 5), quiz=Fraction(7, 10)), Record(3, 3)).is_met


def test_points_of_quizzes_are_not_rounded():
    record = Record(1, 1, quiz_points=Fraction(27, 2), quiz_points_of=Fraction(19))
    assert decision(Rules(quiz=Fraction(7, 10)), record).is_met


def test_what_is_not_on_record_was_not_done():
    assert decision(Rules(practices=1), Record(1, 1)).lacks == (Lack("practices", Fraction(0), Fraction(1)),)
    assert not decision(Rules(attendance=Fraction(1)), Record(1, 1, sessions_held=1)).is_met
    assert not decision(Rules(quiz=Fraction(1)), Record(1, 1, quiz_points_of=Fraction(1))).is_met


def test_what_was_not_announced_is_not_asked():
    assert decision(Rules(lessons=None), Record(0, 20)).is_met


def test_an_edition_without_lessons_gives_no_certificate_for_them():
    assert decision(Rules(), Record(0, 0)).lacks == (Lack("lessons", Fraction(0), Fraction(1)),)
