"""What holds for every task: the right way is "alone", hints are help, "I have never used this" is missing and not zero."""

import pytest

from milpa.readiness.tasks.catalogue import FORMS, TASKS, task
from milpa.readiness.tasks.checks import CHECKS, Result, done, level_of, read
from tests.readiness.tasks.right_paths import result, right

every_task = pytest.mark.parametrize("task_id", TASKS)
every_form = pytest.mark.parametrize("form", FORMS)


@every_task
@every_form
def test_a_task_done_as_it_is_meant_is_done_alone(task_id, form):
    assert result(task_id, form, right(task_id, form)) == Result(attempted=True, done=True, alone=True)


@every_task
@every_form
def test_one_hint_makes_it_done_with_help(task_id, form):
    helped = result(task_id, form, [("hint", "1"), *right(task_id, form)])
    assert (helped.done, helped.alone, helped.hints) == (True, False, 1)


@every_task
@every_form
def test_never_used_is_not_attempted_even_after_some_touches(task_id, form):
    left = result(task_id, form, right(task_id, form)[:1], last="never_used")
    assert left == Result(attempted=False, done=False, alone=False)


@every_task
@every_form
def test_leaving_at_once_is_attempted_and_not_done(task_id, form):
    left = result(task_id, form, [])
    assert left.attempted and not left.done and left.reasons


@every_task
@every_form
def test_without_its_last_touch_no_task_is_done(task_id, form):
    assert not result(task_id, form, right(task_id, form)[:-1]).done


@every_task
def test_the_same_hint_twice_is_one_hint(task_id):
    assert result(task_id, "A", [("hint", "1"), ("hint", "1"), *right(task_id, "A")]).hints == 1


@every_task
def test_listening_and_changing_the_language_are_no_help(task_id):
    assert result(task_id, "A", [("hear",), ("language", "en"), *right(task_id, "A")]).alone


@every_task
def test_the_level_falls_by_one_with_a_hint_and_to_one_with_two(task_id):
    level = task(task_id).level
    hints = [("hint", "1"), ("hint", "2")]
    reached = [level_of(task_id, result(task_id, "A", [*hints[:asked], *right(task_id, "A")])) for asked in (0, 1, 2)]
    assert reached == [level, max(1, level - 1), 1]


@every_task
def test_a_task_not_done_shows_no_level(task_id):
    assert level_of(task_id, result(task_id, "A", [])) == 0


def test_every_task_has_its_check():
    assert tuple(CHECKS) == TASKS


def test_an_unknown_task_or_form_is_a_key_error():
    with pytest.raises(KeyError):
        read("B11", [])
    with pytest.raises(KeyError):
        done("B1", "c", [])
