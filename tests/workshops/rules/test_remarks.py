from datetime import UTC, datetime, timedelta

import pytest

from milpa.workshops.rules.remarks import Remark, freezing

PUBLISHED = datetime(2026, 2, 4, 17, 30, tzinfo=UTC)
WEEK = timedelta(days=7)


def test_after_seven_days_with_every_remark_answered_the_order_may_be_frozen():
    found = freezing(PUBLISHED, [Remark("a", True), Remark("b", True)], PUBLISHED + WEEK)
    assert (found.may_freeze, found.missing, found.answered, found.remarks) == (True, (), 2, 2)


def test_a_second_before_the_seven_days_are_over_it_may_not():
    found = freezing(PUBLISHED, [], PUBLISHED + WEEK - timedelta(seconds=1))
    assert (found.may_freeze, found.missing) == (False, ("days_not_over",))
    assert found.closes_at == PUBLISHED + WEEK


def test_one_remark_without_an_answer_holds_it_up_and_is_named():
    found = freezing(PUBLISHED, [Remark("a", True), Remark("b", False)], PUBLISHED + 2 * WEEK)
    assert (found.missing, found.unanswered, found.answered) == (("remarks_unanswered",), ("b",), 1)


def test_what_was_never_published_cannot_be_frozen():
    found = freezing(None, [], PUBLISHED)
    assert (found.missing, found.closes_at) == (("not_published",), None)


@pytest.mark.parametrize("days", [0, 3, 6])
def test_everything_that_is_missing_is_told_at_once(days):
    assert freezing(PUBLISHED, [Remark("a", False)], PUBLISHED + timedelta(days=days)).missing == ("days_not_over", "remarks_unanswered")
