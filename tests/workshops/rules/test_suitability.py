from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules.suitability import CRITERIA, suitability


def judged(*values):
    return suitability(dict(zip(CRITERIA, values, strict=True)))


def test_a_mean_of_exactly_two_suits():
    assert judged(2, 2, 2, 2, 2).suits is True
    assert judged(3, 3, 3, 1, 0).suits is True


def test_a_mean_just_below_two_does_not():
    found = judged(3, 3, 2, 1, 0)
    assert (found.suits, found.mean) == (False, Fraction(9, 5))


def test_zero_is_a_judgement():
    assert judged(0, 0, 0, 0, 0).suits is False


def test_a_missing_judgement_leaves_the_need_unjudged_however_high_the_others_are():
    found = judged(3, 3, 3, 3, None)
    assert (found.suits, found.mean, found.missing) == (None, None, ("reach",))
    assert suitability({}).missing == CRITERIA


@pytest.mark.parametrize("judgements", [{"screen": 4}, {"screen": -1}, {"fun": 3}])
def test_what_is_off_the_scale_or_no_criterion_is_refused(judgements):
    with pytest.raises(ValueError, match="no judgement"):
        suitability(judgements)


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), min_size=5, max_size=5))
def test_it_suits_exactly_when_the_five_sum_to_ten_or_more(values):
    assert judged(*values).suits == (sum(values) >= 10)
