"""Codes that name, PINs that open, and how wrong tries slow a browser."""

from datetime import UTC, datetime, timedelta

import pytest

from milpa.people.rules.codes import LETTERS, SLOWED, allowance, is_easy, new_code, new_pin, shown, typed

NOON = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def minutes_ago(*minutes: int) -> list[datetime]:
    return [NOON - timedelta(minutes=many) for many in minutes]


def test_a_code_has_eight_signs_that_no_hand_mistakes():
    code = new_code()
    assert len(code) == 8
    assert set(code) <= set(LETTERS)
    assert not set("ILOS015") & set(LETTERS)


def test_a_code_is_shown_in_two_groups_and_read_back_as_it_is_typed():
    assert shown("K7M4P2QX") == "K7M4-P2QX"
    assert {typed(text) for text in ["K7M4-P2QX", "k7m4p2qx", " k7m4 - p2qx "]} == {"K7M4P2QX"}


@pytest.mark.parametrize(("text", "read"), [("0", "Q"), ("o", "Q"), ("1", "J"), ("i", "J"), ("l", "J"), ("5", "2"), ("s", "2")])
def test_a_sign_that_no_code_has_is_read_as_what_it_resembles(text, read):
    assert typed(text) == read


@pytest.mark.parametrize("pin", ["111111", "121212", "123456", "987654", "890123", "123123", "199019", "200320", "777747"])
def test_what_is_tried_first_is_too_easy(pin):
    assert is_easy(pin)


@pytest.mark.parametrize("pin", ["384751", "704196", "553017"])
def test_any_other_six_digits_will_do(pin):
    assert not is_easy(pin)


def test_a_temporary_pin_is_six_digits_and_not_easy():
    pins = [new_pin() for _ in range(50)]
    assert all(len(pin) == 6 and pin.isdigit() and not is_easy(pin) for pin in pins)


def test_four_wrong_tries_leave_the_door_open():
    mine = minutes_ago(1, 2, 3, 4)
    assert allowance(NOON, mine, mine, False).open


def test_the_fifth_slows_this_browser_until_a_quarter_of_an_hour_after_the_first_of_them():
    mine = minutes_ago(1, 2, 3, 4, 5)
    slowed = allowance(NOON, mine, mine, False)
    assert (slowed.open, slowed.needs_reset) == (False, False)
    assert slowed.until == NOON - timedelta(minutes=5) + SLOWED


def test_after_that_quarter_it_may_try_again():
    assert allowance(NOON, minutes_ago(15, 16, 17, 18, 19), minutes_ago(15, 16, 17, 18, 19), False).open


def test_fifty_in_a_day_ask_for_a_new_pin_on_any_new_browser():
    many = minutes_ago(*range(60, 110))
    assert allowance(NOON, [], many, False).needs_reset
    assert not allowance(NOON, [], many[:-1], False).needs_reset


def test_strangers_tries_never_shut_out_a_browser_that_came_in_before():
    assert allowance(NOON, [], minutes_ago(*range(60, 160)), True).open


def test_yesterdays_tries_are_forgotten():
    old = [NOON - timedelta(hours=25)] * 60
    assert allowance(NOON, [], old, False).open
