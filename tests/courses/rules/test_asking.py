from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from milpa.courses.rules.asking import WINDOW, closed_until

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)


def ago(*minutes: int) -> list[datetime]:
    return [NOW - timedelta(minutes=one) for one in minutes]


def test_below_both_limits_it_is_open():
    assert closed_until(NOW, ago(1), ago(1, 2), 2, 3) is None


def test_a_browser_that_reached_its_limit_waits_until_the_first_of_them_is_an_hour_old():
    assert closed_until(NOW, ago(10, 50), ago(10, 50), 2, 9) == NOW + timedelta(minutes=10)


def test_many_browsers_together_reach_the_limit_of_the_code():
    assert closed_until(NOW, [], ago(30, 40, 20), 2, 3) == NOW + timedelta(minutes=20)


def test_what_is_older_than_an_hour_counts_no_more():
    assert closed_until(NOW, ago(60, 61, 90), ago(60, 61, 90), 1, 1) is None


@given(st.lists(st.integers(0, 120), max_size=12), st.integers(1, 5))
def test_when_it_opens_again_there_is_room(minutes, most):
    until = closed_until(NOW, ago(*minutes), [], most, 99)
    if until is not None:
        assert NOW < until <= NOW + WINDOW
        assert closed_until(until, ago(*minutes), [], most, 99) is None
