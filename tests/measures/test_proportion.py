from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.measures.proportion import Proportion


def test_below_a_hundred_the_percentage_is_whole():
    assert str(Proportion(89, 90).percentage) == "99"
    assert str(Proportion(31, 47).percentage) == "66"


def test_from_a_hundred_it_has_one_decimal():
    assert str(Proportion(270, 273).percentage) == "98.9"
    assert str(Proportion(99, 100).percentage) == "99.0"


def test_halves_go_up():
    assert Proportion(1, 8).percentage == 13  # 12.5
    assert Proportion(1, 400).percentage == Decimal("0.3")  # 0.25


@settings(deadline=None)
@given(st.integers(1, 99).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_below_a_hundred_only_everyone_is_100_and_only_nobody_is_0(counts):
    part, whole = counts
    assert (Proportion(part, whole).percentage == 100) == (part == whole)
    assert part == 0 or Proportion(part, whole).percentage >= 1


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (2, 1), (-1, 3)])
def test_what_is_no_share_is_refused(part, whole):
    with pytest.raises(ValueError, match="no share"):
        Proportion(part, whole)
