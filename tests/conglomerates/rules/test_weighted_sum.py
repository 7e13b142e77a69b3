from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.conglomerates.rules.weighted_sum import Criterion, Gaps, NothingToCompare, UndeclaredGap, compare, ranking
from milpa.conglomerates.rules.weighting import DifferentCriteria, ZeroWeights
from tests.conglomerates.rules.case_table import CRITERIA, VALUES, WEIGHTINGS

ALL = [Criterion(key) for key in CRITERIA]

# Goodwin & Wright, Decision Analysis for Management Judgment: the office location, scales of 0 to 100
OFFICES = {
    "Addison Square": [100, 60, 100, 75, 0, 90],
    "Bilton Village": [20, 80, 10, 30, 100, 30],
    "Carlisle Walk": [80, 70, 0, 0, 10, 100],
    "Denver Street": [70, 50, 30, 55, 30, 90],
    "Elton Street": [40, 60, 90, 100, 60, 70],
    "Filton Village": [0, 0, 70, 0, 80, 0],
    "Gorton Square": [60, 100, 20, 50, 50, 80],
}
SWINGS = {"close": 100, "visible": 80, "image": 70, "size": 30, "comfort": 20, "parking": 10}


def test_the_published_office_benefits_come_out():
    values = {office: dict(zip(SWINGS, row, strict=True)) for office, row in OFFICES.items()}
    found = ranking(values, [Criterion(key) for key in SWINGS], SWINGS)
    assert {place.candidate: round(float(place.total) * 100, 4) for place in found.places} == {
        "Addison Square": 80.4839,
        "Elton Street": 64.5161,
        "Gorton Square": 60.3226,
        "Denver Street": 52.4194,
        "Carlisle Walk": 47.7419,
        "Bilton Village": 39.6774,
        "Filton Village": 20.9677,
    }
    assert [place.rank for place in found.places] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("gaps", list(Gaps))
@pytest.mark.parametrize("partner", list(WEIGHTINGS))
def test_the_worked_case_agrees_with_numpy_and_scikit_learn(gaps, partner):
    from sklearn.preprocessing import MinMaxScaler  # takes a second, in whichever process collects this file

    table = np.array([[VALUES[who][key] for key in CRITERIA] for who in VALUES], dtype=float)
    weights = np.array([WEIGHTINGS[partner][key] for key in CRITERIA], dtype=float)
    if gaps is Gaps.WORST:
        table = np.where(np.isnan(table), np.nanmin(table, axis=0), table)
    else:
        kept = ~np.isnan(table).any(axis=0)
        table, weights = table[:, kept], weights[kept]
    theirs = dict(zip(VALUES, MinMaxScaler().fit_transform(table) @ (weights / weights.sum()), strict=True))
    found = ranking(VALUES, ALL, WEIGHTINGS[partner], gaps)
    assert {place.candidate: float(place.total) for place in found.places} == pytest.approx(theirs)
    assert found.left_out == (("income",) if gaps is Gaps.LEAVE_OUT else ())


def test_a_gap_filled_with_the_worst_value_is_marked():
    found = ranking(VALUES, ALL, WEIGHTINGS["office"], Gaps.WORST)
    marked = [(place.candidate, part.criterion) for place in found.places for part in place.contributions if part.assumed]
    assert marked == [("repair", "income")]


def test_what_each_criterion_adds_sums_to_the_total():
    for place in ranking(VALUES, ALL, WEIGHTINGS["chamber"], Gaps.WORST).places:
        assert sum(part.points for part in place.contributions) == place.total


def test_a_gap_without_a_chosen_treatment_is_refused():
    with pytest.raises(UndeclaredGap) as refused:
        ranking(VALUES, ALL, WEIGHTINGS["office"])
    assert refused.value.args == ("repair", "income")


def test_a_value_that_nobody_spoke_of_is_refused_under_any_treatment():
    with pytest.raises(UndeclaredGap):
        ranking({"a": {"jobs": 1}, "b": {}}, [Criterion("jobs")], {"jobs": 1}, Gaps.WORST)


def test_a_tie_is_reported_and_the_next_rank_is_skipped():
    values = {"a": {"x": 1, "y": 3}, "b": {"x": 3, "y": 1}, "c": {"x": 1, "y": 1}}
    found = ranking(values, [Criterion("x"), Criterion("y")], {"x": 0.5, "y": 0.5})
    assert found.ranks == {"a": 1, "b": 1, "c": 3}
    assert found.first == {"a", "b"}


def test_less_can_be_better():
    found = ranking({"near": {"km": 2}, "far": {"km": 90}}, [Criterion("km", more_is_better=False)], {"km": 1})
    assert found.first == {"near"}


def test_a_criterion_in_which_all_are_equal_adds_nothing_and_is_named():
    values = {"a": {"jobs": 5, "women": 1}, "b": {"jobs": 5, "women": 2}}
    found = ranking(values, [Criterion("jobs"), Criterion("women")], {"jobs": 3, "women": 1})
    assert found.flat == ("jobs",)
    assert [float(place.total) for place in found.places] == [0.25, 0]


def test_a_criterion_without_any_value_is_left_out_even_where_the_worst_is_taken():
    values = {"a": {"jobs": None, "women": 1}, "b": {"jobs": None, "women": 2}}
    found = ranking(values, [Criterion("jobs"), Criterion("women")], {"jobs": 3, "women": 1}, Gaps.WORST)
    assert (found.left_out, found.first) == (("jobs",), {"b"})


def test_weight_only_on_what_is_left_out_says_nothing():
    values = {"a": {"jobs": None, "women": 1}, "b": {"jobs": 4, "women": 2}}
    with pytest.raises(ZeroWeights):
        ranking(values, [Criterion("jobs"), Criterion("women")], {"jobs": 3, "women": 0}, Gaps.LEAVE_OUT)
    with pytest.raises(NothingToCompare):
        ranking({"a": {"jobs": None}}, [Criterion("jobs")], {"jobs": 3}, Gaps.LEAVE_OUT)
    with pytest.raises(NothingToCompare):
        ranking({}, [Criterion("jobs")], {"jobs": 3})


def test_a_partner_who_left_a_criterion_unweighed_is_refused():
    with pytest.raises(DifferentCriteria, match="women"):
        ranking({"a": {"jobs": 1, "women": 1}}, [Criterion("jobs"), Criterion("women")], {"jobs": 3})


def test_the_mean_stands_beside_every_partner():
    comparison = compare(VALUES, ALL, WEIGHTINGS, Gaps.WORST)
    assert list(comparison.by_partner) == ["office", "institute", "chamber"]
    assert comparison.by_mean.places[0].contributions[0].weight == Fraction(35, 300)


TABLES = st.integers(2, 5).flatmap(
    lambda width: st.tuples(
        st.lists(st.lists(st.integers(-9, 9), min_size=width, max_size=width), min_size=2, max_size=6),
        st.lists(st.integers(1, 9), min_size=width, max_size=width),
    )
)


@settings(deadline=None)
@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_in_which_candidates_and_criteria_are_written_changes_no_rank(table, chance):
    rows, weights = table
    values = {f"who{place}": {f"c{column}": value for column, value in enumerate(row)} for place, row in enumerate(rows)}
    given_weights = {f"c{column}": weight for column, weight in enumerate(weights)}
    criteria = [Criterion(key) for key in given_weights]
    shuffled, turned = list(values.items()), criteria[:]
    chance.shuffle(shuffled)
    chance.shuffle(turned)
    assert ranking(dict(shuffled), turned, given_weights).ranks == ranking(values, criteria, given_weights).ranks


@settings(deadline=None)
@given(TABLES)
def test_a_dominated_candidate_never_stands_above_its_dominator(table):
    rows, weights = table
    values = {place: {str(column): value for column, value in enumerate(row)} for place, row in enumerate(rows)}
    given_weights = {str(column): weight for column, weight in enumerate(weights)}
    ranks = ranking(values, [Criterion(key) for key in given_weights], given_weights).ranks
    for one in values:
        for other in values:
            if all(values[one][key] >= values[other][key] for key in given_weights):
                assert ranks[one] <= ranks[other]
