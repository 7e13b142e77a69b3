"""The sentences in which the rules of a course are told."""

from datetime import date
from fractions import Fraction

from milpa.courses.rules.certificate import Lack, Rules
from milpa.courses.rules.completion import Behind
from milpa.courses.rules.places import Rules as Places
from milpa.courses.wording import PROBLEMS, behind_words, certificate_rules, lack_words, place_rules

LAST = date(2026, 5, 20)


def test_places_are_told_with_what_is_kept_and_until_when():
    said = place_rules(Places(30, {"women": 15, "micro": 6}), LAST)
    assert said[0] == "Hay 30 lugares. Se dan en el orden en que los piden."
    assert (
        said[1]
        == "Hasta el 20 de mayo de 2026 se reservan algunos: 15 para mujeres, 6 para microempresas. Después son para todas las personas."
    )
    assert "2 días" in said[2]


def test_where_nothing_is_kept_nothing_is_said_of_it():
    assert len(place_rules(Places(1), None)) == 2
    assert place_rules(Places(1), None)[0].startswith("Hay 1 lugar.")


def test_only_what_is_asked_for_the_certificate_is_told():
    assert certificate_rules(Rules(lessons=None)) == []
    assert certificate_rules(Rules(lessons=Fraction(4, 5), quiz=Fraction(3, 5))) == [
        "80\u00a0% de las lecciones hechas",
        "60\u00a0% de los puntos de los cuestionarios",
    ]


def test_what_is_lacking_is_told_in_its_own_measure():
    assert lack_words(Lack("lessons", Fraction(14), Fraction(16))) == "14 de las 16 lecciones que se piden"
    assert lack_words(Lack("quiz", Fraction(5, 2), Fraction(6))) == "2.5 de los 6 puntos de cuestionarios que se piden"


def test_who_needs_company_is_told_why():
    said = behind_words(Behind(("away", "lessons_due"), ("a", "b"), LAST), {"a": "Mi promesa"})
    assert said == "no entra desde el 20 de mayo de 2026; 2 lecciones atrasadas; la primera es «Mi promesa»"
    assert behind_words(Behind(("never_came_in",), (), LAST), {}).startswith("no ha entrado desde que el curso empezó")


def test_every_problem_of_a_lesson_has_its_sentence():
    assert all(str(sentence).endswith(".") for sentence in PROBLEMS.values())
