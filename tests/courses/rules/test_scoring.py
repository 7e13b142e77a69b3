from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.courses.rules.scoring import Choice, Multiple, Number, Ordering, ShortText, normalised, number_in, quiz_score, score

SERVICES = Multiple(frozenset({"agua", "wifi"}))
STEPS = Ordering(("leer", "agradecer", "resolver"))


def test_a_choice_is_right_or_not():
    assert score(Choice("b"), "b") == 1
    assert score(Choice("b"), "a") == 0


@pytest.mark.parametrize(
    ("marked", "expected"),
    [(["agua", "wifi"], 1), (["agua"], Fraction(1, 2)), (["agua", "tv"], 0), (["agua", "wifi", "tv"], Fraction(1, 2)), (["tv", "gas"], 0)],
)
def test_each_right_mark_counts_and_each_wrong_one_takes_one_away_but_never_more_than_the_question(marked, expected):
    assert score(SERVICES, marked) == expected


def test_marking_nothing_is_right_only_where_nothing_is_right():
    assert score(Multiple(frozenset()), []) == 1
    assert score(Multiple(frozenset()), ["tv"]) == 0
    assert score(Multiple(frozenset()), None) == 0


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (["leer", "agradecer", "resolver"], 1),
        (["agradecer", "leer", "resolver"], Fraction(2, 3)),
        (["resolver", "agradecer", "leer"], 0),
        (["leer", "agradecer"], 0),
        (["leer", "leer", "resolver"], 0),
    ],
)
def test_an_order_counts_the_pairs_that_stand_right(order, expected):
    assert score(STEPS, order) == expected


@pytest.mark.parametrize(
    ("typed", "expected"), [("250", 1), ("245", 1), ("255.00", 1), ("255.01", 0), ("Q 250.00", 1), ("doscientos", 0), ("", 0)]
)
def test_a_number_is_right_within_its_tolerance_ends_included(typed, expected):
    assert score(Number(Decimal(250), Decimal(5)), typed) == expected


def test_without_a_tolerance_only_the_number_itself_is_right():
    assert score(Number(Decimal(7)), "7.0") == 1
    assert score(Number(Decimal(7)), "7.01") == 0


def test_an_order_of_one_is_right():
    assert score(Ordering(("leer",)), ["leer"]) == 1


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,250.50", "1250.50"),
        ("Q1,250", "1250"),
        ("Q. 75", "75"),
        ("1250,5", "1250.5"),
        ("25 %", "25"),
        ("-3", "-3"),
        (".5", "0.5"),
        ("1 000", "1000"),
        ("US$ 20", "20"),
        ("300 quetzales", "300"),
    ],
)
def test_numbers_are_read_as_people_write_them(typed, number):
    assert number_in(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["", "Q", "12 a 15", "1.2.3", "1,25,0", "NaN", "inf", "1e5", "³"])
def test_what_is_no_single_number_is_none(typed):
    assert number_in(typed) is None


@pytest.mark.parametrize("typed", ["Temporada Baja", "temporada  baja.", "TEMPORADA BÁJA", "¡temporada-baja!"])
def test_a_short_text_is_right_whatever_its_capitals_accents_and_marks(typed):
    assert score(ShortText(("temporada baja",)), typed) == 1


def test_any_accepted_text_will_do_and_a_blank_never_does():
    assert score(ShortText(("SAT", "Superintendencia")), "superintendencia") == 1
    assert score(ShortText(("", "SAT")), " ") == 0
    assert normalised("año") != normalised("ano")


@pytest.mark.parametrize(
    ("question", "answer"), [(Choice("b"), ["b"]), (SERVICES, "agua"), (STEPS, "leer"), (Number(Decimal(1)), ["1"]), (Choice("b"), None)]
)
def test_an_answer_of_another_shape_scores_nothing(question, answer):
    assert score(question, answer) == 0


QUIZ = {"one": Choice("b"), "two": SERVICES, "three": Number(Decimal(7))}


def test_a_quiz_adds_up_its_questions_and_names_those_unanswered():
    found = quiz_score(QUIZ, {"one": "b", "two": ["agua"]})
    assert (found.score, found.of, found.right, found.questions) == (Fraction(3, 2), 3, 1, 3)
    assert (found.unanswered, found.passed) == (("three",), False)


def test_a_quiz_is_passed_at_exactly_its_mark():
    assert quiz_score(QUIZ, {"one": "b", "two": ["agua"]}, pass_mark=Fraction(1, 2)).passed
    assert not quiz_score(QUIZ, {"one": "b", "two": ["agua"]}, pass_mark=Fraction(51, 100)).passed
    assert quiz_score({}, {}).passed


def test_a_question_may_be_worth_more():
    assert quiz_score(QUIZ, {"one": "b"}, points={"one": 3}).score == 3


ANSWERS = st.one_of(st.none(), st.text(), st.lists(st.sampled_from(["agua", "wifi", "tv", "leer", "agradecer", "resolver"])))


@settings(deadline=None)
@given(st.sampled_from([Choice("b"), SERVICES, STEPS, Number(Decimal(7), Decimal(1)), ShortText(("hola",))]), ANSWERS)
def test_any_answer_scores_between_0_and_1(question, answer):
    assert 0 <= score(question, answer) <= 1
