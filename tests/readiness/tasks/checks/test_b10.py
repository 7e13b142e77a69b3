import pytest

from tests.readiness.tasks.right_paths import reasons, result, right, values

pytestmark = pytest.mark.parametrize("form", ["A", "B"])


def lesson(form, state):
    return next(lesson["n"] for lesson in values("B10", form)["lessons"] if lesson["is"] == state)


def test_the_answers_waiting_are_lost_with_their_lesson(form):
    assert reasons("B10", form, [*right("B10", form), ("remove", lesson(form, "pending"))]) == ("answers_lost",)


def test_only_the_wrong_one_was_removed(form):
    assert reasons("B10", form, [("wifi_only", "downloads", True), ("remove", lesson(form, "pending"))]) == (
        "finished_still_there", "answers_lost")  # fmt: skip


def test_a_lesson_half_done_was_not_to_go(form):
    assert reasons("B10", form, [*right("B10", form), ("remove", lesson(form, "begun"))]) == ("another_removed",)


def test_thinking_better_of_it_keeps_the_lesson(form):
    assert result("B10", form, [("ask_remove", lesson(form, "pending")), ("keep", lesson(form, "pending")), *right("B10", form)]).alone


def test_the_setting_turned_off_again_is_off(form):
    assert reasons("B10", form, [*right("B10", form), ("wifi_only", "downloads", False)]) == ("wifi_only_off",)
