import pytest

from tests.readiness.tasks.right_paths import reasons, result, right

pytestmark = pytest.mark.parametrize("form", ["A", "B"])
ON = ("signal", "on")
ANSWERS = [("answer", question, 1) for question in ("q1", "q2", "q3")]


def test_any_answers_are_right(form):
    assert result("B4", form, [*ANSWERS, ("send",), ("say", "pending"), ON, ("say", "received")]).alone


def test_sending_again_to_be_sure_is_sending_twice(form):
    assert reasons("B4", form, [*right("B4", form), ("send",)]) == ("sent_twice",)


def test_believing_it_arrived_while_there_was_no_signal(form):
    assert reasons("B4", form, [*ANSWERS, ("send",), ("say", "received"), ON, ("say", "received")]) == ("pending_not_seen",)


def test_believing_it_still_waits_after_it_arrived(form):
    assert reasons("B4", form, [*ANSWERS, ("send",), ("say", "pending"), ON, ("say", "pending")]) == ("received_not_seen",)


def test_leaving_before_the_signal_returns(form):
    assert reasons("B4", form, [*ANSWERS, ("send",), ("say", "pending"), ON]) == ("received_not_seen",)


def test_two_answers_of_three_are_not_sent(form):
    assert reasons("B4", form, [*ANSWERS[:2], ("send",), ("say", "pending"), ON, ("say", "received")]) == ("not_sent",)


def test_saying_pending_before_sending_does_not_count(form):
    assert reasons("B4", form, [*ANSWERS, ("say", "pending"), ("send",), ON, ("say", "received")]) == ("pending_not_seen",)
