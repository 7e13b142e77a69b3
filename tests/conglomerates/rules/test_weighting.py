from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.conglomerates.rules.weighting import DifferentCriteria, NegativeWeight, ZeroWeights, exact, mean_of, normalised

WEIGHTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 100), min_size=1).filter(lambda weights: any(weights.values()))


def test_swings_become_shares_of_one():
    # Goodwin & Wright: swings 100, 80, 70, 30, 20, 10 of 310
    shares = normalised({"close": 100, "visible": 80, "image": 70, "size": 30, "comfort": 20, "parking": 10})
    assert [round(float(share), 4) for share in shares.values()] == [0.3226, 0.2581, 0.2258, 0.0968, 0.0645, 0.0323]
    assert sum(shares.values()) == 1


@settings(deadline=None)
@given(WEIGHTS, st.integers(1, 1000))
def test_only_proportions_count(weights, factor):
    assert normalised({criterion: weight * factor for criterion, weight in weights.items()}) == normalised(weights)
    assert sum(normalised(weights).values()) == 1


@pytest.mark.parametrize("weights", [{}, {"jobs": 0, "women": 0}])
def test_weights_that_sum_to_zero_are_refused(weights):
    with pytest.raises(ZeroWeights):
        normalised(weights)


def test_a_weight_below_zero_is_refused_by_name():
    with pytest.raises(NegativeWeight, match="women"):
        normalised({"jobs": 5, "women": -1})


def test_each_partner_counts_the_same_whatever_total_it_used():
    mean = mean_of([{"jobs": 1, "women": 3}, {"jobs": 500, "women": 500}])
    assert mean == {"jobs": Fraction(3, 8), "women": Fraction(5, 8)}


def test_partners_who_weighed_other_criteria_are_not_averaged():
    with pytest.raises(DifferentCriteria, match="women"):
        mean_of([{"jobs": 1, "women": 3}, {"jobs": 5}])
    with pytest.raises(ZeroWeights):
        mean_of([])


def test_a_number_is_taken_as_it_is_written():
    assert exact(0.1) == exact(Decimal("0.1")) == Fraction(1, 10)
