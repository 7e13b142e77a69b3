from decimal import Decimal
from fractions import Fraction

import pytest
from django.http import QueryDict

from milpa.courses.pinned import Lesson, Question
from milpa.courses.quizzes import answers_in, missing, points_of, right_words, scored

CHOICE = Question("a", "choice", "¿A quién?", ("A todos", "A quien se repite"), ("1",), points=2)
MULTIPLE = Question("b", "multiple", "¿Qué?", ("A qué viene", "Documento", "Cómo supo"), ("0", "2"))
ORDERING = Question("c", "ordering", "¿En qué orden?", ("Escribir", "Contar", "Preguntar"), ("1", "2", "0"))
NUMBER = Question("d", "number", "¿Cuántas?", value=Decimal("150.0000"), tolerance=Decimal("0.5"), unit="noches")
SHORT = Question("e", "short", "Agradece y…", accepted=("anota", "apunta"))
LESSON = Lesson("l", "u", 1, "Una", 8, False, Fraction(1, 2), (), (), (CHOICE, MULTIPLE, ORDERING, NUMBER, SHORT), b"")
SENT = "q-a=1&q-b=0&q-b=2&q-c-0=3&q-c-1=1&q-c-2=2&q-d=150&q-e=Anota"
RIGHT = {"a": "1", "b": ["0", "2"], "c": ["1", "2", "0"], "d": "150", "e": "Anota"}


def test_a_form_is_read_as_answers():
    assert answers_in(LESSON, QueryDict(SENT)) == RIGHT


def test_all_right_is_all_the_points():
    result = scored(LESSON, RIGHT)
    assert (result.score, result.of, result.right, result.passed) == (6, 6, 5, True)
    assert points_of(LESSON) == 6


def test_a_question_to_order_is_answered_when_each_has_a_place_and_equal_places_keep_their_order():
    assert answers_in(LESSON, QueryDict("q-c-0=1&q-c-1=1&q-c-2=1"))["c"] == ["0", "1", "2"]
    assert "c" not in answers_in(LESSON, QueryDict("q-c-0=1&q-c-1=2"))


@pytest.mark.parametrize("sent", ["", "q-a=&q-d=%20&q-e=", "q-c-0=x&q-c-1=y&q-c-2=z"])
def test_what_was_left_empty_is_missing(sent):
    assert missing(LESSON, answers_in(LESSON, QueryDict(sent))) == list(LESSON.questions)


def test_an_answer_that_was_not_on_the_page_is_wrong_and_no_error():
    assert scored(LESSON, RIGHT | {"a": "9", "b": ["7"], "c": ["1", "1", "1"]}).right == 2


def test_the_right_answer_is_said_in_words():
    assert [right_words(question) for question in LESSON.questions] == [
        ["A quien se repite"],
        ["A qué viene", "Cómo supo"],
        ["Contar", "Preguntar", "Escribir"],
        ["150 noches"],
        ["anota"],
    ]
