import pytest

from tests.readiness.tasks.right_paths import reasons, result

pytestmark = pytest.mark.parametrize("form", ["A", "B"])
WRONG, RIGHT = ("sign_in", "session", False), ("sign_in", "session", True)
OUT = [("save_pin", "pin", False), ("open", "account"), ("sign_out",)]


def test_two_wrong_tries_are_forgiven(form):
    assert result("B1", form, [WRONG, WRONG, RIGHT, *OUT]).alone


def test_a_fourth_try_is_one_too_many(form):
    assert reasons("B1", form, [WRONG, WRONG, WRONG, RIGHT, *OUT]) == ("too_many_tries",)


def test_a_session_left_open_on_a_borrowed_phone_is_seen(form):
    assert reasons("B1", form, [RIGHT, ("save_pin", "pin", False), ("home",)]) == ("left_open",)


def test_coming_back_to_sign_out_is_in_time(form):
    assert result("B1", form, [RIGHT, ("save_pin", "pin", False), ("home",), ("open", "app"), ("open", "account"), ("sign_out",)]).alone


def test_a_saved_pin_stays_saved(form):
    assert reasons("B1", form, [RIGHT, ("save_pin", "pin", True), ("sign_out",)]) == ("pin_saved",)


def test_signing_in_again_must_be_closed_again(form):
    assert reasons("B1", form, [RIGHT, *OUT, RIGHT]) == ("left_open",)


def test_never_getting_in_is_the_only_reason_given(form):
    assert reasons("B1", form, [WRONG]) == ("not_opened",)
