import pytest

from milpa.programmes.models import StepState
from milpa.readiness.rules.offers import Choice
from tests.readiness.doing import attempt, choose, diagnose


def touched(world):
    return {state.step: state.touched for state in StepState.objects.filter(programme=world.programme)}


def test_a_gap_that_is_found_touches_both_steps(world):
    attempt(world.rosa, "B3", alone=False)
    assert touched(world) == {"diagnose": 1, "remedial": 1}


def test_a_task_that_changes_no_answer_touches_nothing(world):
    attempt(world.rosa, "B3")
    assert touched(world) == {}


def test_the_last_task_of_the_diagnosis_touches(world):
    diagnose(world.rosa)
    assert touched(world) == {"diagnose": 1, "remedial": 1}


def test_a_choice_touches(diagnosed):
    before = touched(diagnosed)["remedial"]
    choose(diagnosed.rosa, Choice.BEFORE)
    assert touched(diagnosed)["remedial"] == before + 1


@pytest.mark.django_db
def test_an_owner_of_the_strangers_touches_no_programme_of_ours(world, fatima):
    attempt(fatima, "B3", alone=False)
    assert touched(world) == {}
