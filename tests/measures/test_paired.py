from math import comb

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from milpa.measures.paired import paired_change


def test_six_of_ten_learn_and_nobody_forgets():
    change = paired_change(both=2, gained=6, lost=0, neither=2)
    assert (change.pairs, change.before, change.after) == (10, 2, 8)
    assert change.change == pytest.approx(0.6)
    assert 0 < change.interval.low < 0.6 < change.interval.high < 1


def test_an_unchanged_group_still_has_an_uncertain_change():
    change = paired_change(both=20, gained=0, lost=0, neither=0)
    assert change.change == 0
    assert change.interval.low < 0 < change.interval.high


COUNTS = st.tuples(*[st.integers(0, 60)] * 4)


@settings(deadline=None)
@given(COUNTS)
def test_the_interval_holds_the_change_and_turns_with_the_direction(counts):
    assume(sum(counts))
    both, gained, lost, neither = counts
    forward, backward = paired_change(both, gained, lost, neither), paired_change(both, lost, gained, neither)
    assert -1 <= forward.interval.low <= forward.change <= forward.interval.high <= 1
    assert forward.interval.low == pytest.approx(-backward.interval.high)


@pytest.mark.parametrize("truth", [(0.3, 0.4, 0.05, 0.25), (0.1, 0.5, 0.1, 0.3), (0.45, 0.1, 0.1, 0.35), (0.6, 0.2, 0.0, 0.2)])
def test_it_covers_the_true_change_about_95_times_in_100(truth):
    """Every possible group of 14, weighed by its probability."""
    both_p, gained_p, lost_p, neither_p = truth
    people, covered = 14, 0.0
    for both in range(people + 1):
        for gained in range(people + 1 - both):
            for lost in range(people + 1 - both - gained):
                neither = people - both - gained - lost
                ways = comb(people, both) * comb(people - both, gained) * comb(people - both - gained, lost)
                interval = paired_change(both, gained, lost, neither).interval
                if interval.low <= gained_p - lost_p <= interval.high:
                    covered += ways * both_p**both * gained_p**gained * lost_p**lost * neither_p**neither
    assert 0.93 < covered < 0.99


@pytest.mark.parametrize("counts", [(0, 0, 0, 0), (3, -1, 0, 2)])
def test_no_pairs_are_refused(counts):
    with pytest.raises(ValueError, match="no pairs"):
        paired_change(*counts)
