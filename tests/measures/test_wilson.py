import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from milpa.measures.wilson import wilson


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (6, 32, 0.0889, 0.3531),
        (23, 60, 0.2709, 0.5098),
        (89, 90, 0.940, 0.998),
        (270, 273, 0.968, 0.996),
        (445, 450, 0.974, 0.995),
    ],
)
def test_published_intervals_come_out(hits, trials, low, high):
    interval = wilson(hits, trials)
    digits = 3 if hits > 80 and trials != 263 else 4
    assert (round(interval.low, digits), round(interval.high, digits)) == (low, high)


shares = st.integers(1, 2000).flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials)))


@settings(deadline=None)
@given(shares)
def test_it_agrees_with_scipy(share):
    hits, trials = share
    theirs = binomtest(hits, trials).proportion_ci(0.95, method="wilson")
    ours = wilson(hits, trials)
    assert ours.low == pytest.approx(theirs.low, abs=1e-9)
    assert ours.high == pytest.approx(theirs.high, abs=1e-9)


@settings(deadline=None)
@given(shares)
def test_it_holds_the_share_and_mirrors_when_hits_and_misses_change_places(share):
    hits, trials = share
    interval, mirror = wilson(hits, trials), wilson(trials - hits, trials)
    assert 0 <= interval.low <= hits / trials <= interval.high <= 1
    assert interval.low == pytest.approx(1 - mirror.high)


def test_nobody_satisfied_out_of_twenty_still_has_width():
    assert wilson(0, 20).low == 0
    assert wilson(0, 20).high > 0.1
    assert wilson(20, 20).high == 1


@pytest.mark.parametrize(("hits", "trials"), [(0, 0), (3, 2), (-1, 5)])
def test_what_is_no_share_is_refused(hits, trials):
    with pytest.raises(ValueError, match="no share"):
        wilson(hits, trials)
