import math

import pytest

from milpa.records.rules.values import boolean, number, one_of, text, whole
from tests.records.rules.refusing import takes


def test_text_may_be_empty_but_is_text() -> None:
    assert takes(text, "") and takes(text, "año")
    assert not any(takes(text, value) for value in (None, 5, True, [], {}))


def test_true_and_false_are_no_text_and_no_number() -> None:
    assert takes(boolean, True) and takes(boolean, False)
    assert not any(takes(boolean, value) for value in ("true", 1, 0, None))


def test_numbers_are_no_text_no_truth_and_not_what_is_none() -> None:
    assert takes(number, 5) and takes(number, -0.5)
    assert not any(takes(number, value) for value in ("5", True, None, math.nan))


@pytest.mark.parametrize("value", [0, 27, 27.0])
def test_whole_numbers(value: float) -> None:
    assert takes(whole, value)


@pytest.mark.parametrize("value", [-1, 1.5, True, "27", None, math.inf, math.nan])
def test_what_is_no_whole_number(value: object) -> None:
    assert not takes(whole, value)


def test_capitals_of_an_enumeration_count() -> None:
    kind = one_of("Agent")
    assert takes(kind, "Agent")
    assert not any(takes(kind, value) for value in ("agent", "Group", "", None, 5, {"a": 1}))
