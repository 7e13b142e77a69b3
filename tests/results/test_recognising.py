"""When satisfaction is measured, as the guide says it: every ended edition's questionnaire closed, one of them with five answers."""

from datetime import date

import pytest

from milpa.results.recognising import satisfaction_available
from tests.results.evaluated import edition_of, end, enrol, evaluated, questionnaire

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def answer(world):
    return satisfaction_available([world.id])[world.id]


def test_without_an_ended_edition_it_is_missing(world):
    assert not answer(world).met
    assert "ninguna edición" in str(answer(world).missing)


def test_an_ended_edition_with_a_closed_questionnaire_and_five_answers_is_enough(world, case):
    assert answer(world).met


def test_one_more_ended_edition_whose_questionnaire_is_open_keeps_it_missing(world, case):
    second = edition_of(world, case.course, "Segunda", "MERCA2", date(2026, 5, 4))
    enrol(world, second, case.people[:8], case.enterprises, 8)
    questionnaire(world, second, {"muy": 8}, close=False)
    end(world, second)
    assert (answer(world).met, answer(world).done, answer(world).all) == (False, 1, 2)


def test_four_answers_are_not_enough(world):
    evaluated(world, counts={"muy": 4})
    assert not answer(world).met


def test_the_question_is_answered_for_many_programmes_in_three_queries(world, case, django_assert_num_queries):
    with django_assert_num_queries(3):
        satisfaction_available([world.id])
