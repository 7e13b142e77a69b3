"""What is worked out of closed editions: satisfaction from anonymous answers and from those who started, completion, people."""

from datetime import date
from uuid import uuid4

import pytest

from milpa.programmes.remembering import mark
from milpa.records.actions import append
from milpa.records.statements import Said, activity_id
from milpa.results.measuring import measured
from tests.results.evaluated import edition_of, end, enrol, evaluated, questionnaire

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def read(world):
    return measured([world.id], mark())[world.id]


def test_satisfaction_is_those_satisfied_of_those_who_answered_with_the_range_had_all_answered(world, case):
    figure = read(world).satisfaction_of(case.edition.id)
    assert (figure.satisfied, figure.answered, figure.started, figure.percent) == (16, 19, 24, 84)
    assert (figure.low, figure.high) == (67, 88)


def test_89_of_90_reads_as_the_case_says(world):
    case = evaluated(world, people=120, started=120, counts={"muy": 60, "bastante": 29, "poco": 1})
    figure = read(world).satisfaction_of(case.edition.id)
    assert (figure.satisfied, figure.answered, figure.percent) == (89, 90, 99)
    assert (figure.low, figure.high) == (74, 99)


def test_an_open_questionnaire_counts_nowhere(world):
    case = evaluated(world)
    second = edition_of(world, case.course, "Mercadeo, segunda edición", "MERCA2", date(2026, 5, 4))
    enrol(world, second, case.people[:12], case.enterprises, 12)
    questionnaire(world, second, {"nada": 12}, close=False)
    found = read(world)
    assert found.satisfaction_of(second.id) is None
    assert found.satisfaction.total.answered == 19


def test_four_answers_are_suppressed_and_the_total_does_not_give_them_away(world):
    case = evaluated(world)
    second = edition_of(world, case.course, "Mercadeo, segunda edición", "MERCA2", date(2026, 5, 4))
    enrol(world, second, case.people[:6], case.enterprises, 6)
    questionnaire(world, second, {"muy": 4})
    end(world, second)
    found = read(world)
    assert found.satisfaction_of(second.id).suppressed == "few_answers"
    assert found.satisfaction_of(case.edition.id).suppressed == "by_subtraction"
    assert found.satisfaction.total.answered == 23
    assert found.satisfaction.persons == 24


def test_who_has_a_place_and_never_came_has_not_started(world, case):
    found = read(world)
    assert (found.completion.enrolled, found.completion.started, found.completion.completed) == (26, 24, 0)
    assert (found.people.people, found.people.enterprises, found.people.women) == (24, 12, 8)


def completes(world, enrolment, lesson):
    return Said(
        id=uuid4(), institution=world.institute.id, person=enrolment.person_id, verb="completed", activity=activity_id("lesson", lesson.id),
        name=lesson.title, language="es", registration=enrolment.id, at=enrolment.recorded_at,
    )  # fmt: skip


def test_completed_is_who_finished_every_lesson_that_counts(world, case):
    wholly, half = case.edition.enrolments.order_by("recorded_at", "id")[:2]
    append([completes(world, wholly, lesson) for lesson in case.lessons] + [completes(world, half, case.lessons[0])])
    assert read(world).completion.completed == 1


def test_it_asks_as_many_queries_for_many_people_as_for_few(world, case, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        measured([world.id], mark())
