from datetime import date

import pytest

from milpa.programmes.rules.calendar import Due, Nearness, in_order, nearness

TODAY = date(2026, 2, 4)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 2, 3), Nearness.OVERDUE),
        (TODAY, Nearness.TODAY),
        (date(2026, 2, 11), Nearness.THIS_WEEK),
        (date(2026, 2, 12), Nearness.LATER),
        (None, Nearness.UNDATED),
    ],
)
def test_a_date_is_overdue_today_this_week_or_later(on, expected):
    assert nearness(on, TODAY) is expected


def test_what_is_overdue_longest_comes_first_and_what_has_no_date_last():
    dues = [Due("report", None), Due("call", date(2026, 2, 6)), Due("sign", date(2026, 1, 10))]
    assert [(due.id, near) for due, near in in_order(dues, TODAY)] == [
        ("sign", Nearness.OVERDUE),
        ("call", Nearness.THIS_WEEK),
        ("report", Nearness.UNDATED),
    ]
