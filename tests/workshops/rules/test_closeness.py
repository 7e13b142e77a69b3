from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules import borda
from milpa.workshops.rules.closeness import Method, people_enough, verdict
from milpa.workshops.rules.placing import firsts, placed
from tests.workshops.rules.profiles import TENNESSEE, every_order, profile

BY_POINTS = Method(
    lambda found: borda.standings(found, "ABC"),
    lambda rival, winner: (rival, *(option for option in "ABC" if option not in (rival, winner)), winner),
    lambda ballot, winner, rival: ballot.index(rival) - ballot.index(winner),
)
ONE_DOT = Method(
    lambda found: placed({option: sum(ballot == option for ballot in found) for option in "ABC"}, "ABC"),
    lambda rival, _winner: rival,
    lambda ballot, winner, rival: (ballot == winner) - (ballot == rival),
)


def test_with_one_dot_each_half_the_lead_is_enough():
    assert people_enough(list("AAAAABB"), ONE_DOT) == 2  # 3 to 4 would do
    assert people_enough(list("AAAAB"), ONE_DOT) == 2  # 2 to 3
    assert people_enough(list("AAAABB"), ONE_DOT) == 1  # 3 to 3: shared
    assert people_enough(list("AAB"), ONE_DOT) == 1


def test_a_shared_first_place_needs_nobody_and_no_ballots_say_nothing():
    assert people_enough(list("AABB"), ONE_DOT) == 0
    assert people_enough([], ONE_DOT) is None


def test_nashville_s_call_was_not_close():
    method = Method(
        lambda found: borda.standings(found, "MNCK"),
        lambda rival, winner: (rival, *(option for option in "MNCK" if option not in (rival, winner)), winner),
        lambda ballot, winner, rival: ballot.index(rival) - ballot.index(winner),
    )
    n = people_enough(TENNESSEE, method)
    assert n == 6  # 21 points ahead of Chattanooga; a ballot that had it one place behind, exchanged, closes 4 points


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from("ABC"), min_size=2, max_size=6))
def test_for_dots_fewer_people_would_never_have_been_enough(ballots):
    first, n = firsts(ONE_DOT.standings(ballots)), people_enough(ballots, ONE_DOT)
    if n and n > 1:
        for which in combinations_with_replacement(range(len(ballots)), n - 1):
            for said in product("ABC", repeat=n - 1):
                changed = list(ballots)
                for at, vote in zip(which, said, strict=True):
                    changed[at] = vote
                assert firsts(ONE_DOT.standings(changed)) == first


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(every_order("ABC")), min_size=2, max_size=4))
def test_for_points_one_less_would_not_have_been_enough(ballots):
    first, n = firsts(BY_POINTS.standings(ballots)), people_enough(ballots, BY_POINTS)
    if n == 2:
        changes = [[*ballots[:at], other, *ballots[at + 1 :]] for at in range(len(ballots)) for other in every_order("ABC")]
        assert all(firsts(BY_POINTS.standings(changed)) == first for changed in changes)


@pytest.mark.parametrize(
    ("voters", "quorum", "enough", "word"),
    [
        (40, 41, 9, "quorum_missed"),
        (4, 0, 2, "too_few"),
        (0, 0, None, "too_few"),
        (40, 0, 0, "tied"),
        (40, 0, 2, "close"),
        (40, 0, 3, "clear"),
        (100, 0, 5, "close"),
        (100, 0, 6, "clear"),
        (40, 0, None, "clear"),
    ],
)
def test_the_verdict_in_a_word(voters, quorum, enough, word):
    assert verdict(voters, quorum, enough) == word


def test_a_lead_can_be_of_half_a_point():
    assert placed({"A": Fraction(5, 2), "B": 2}, "AB")[0].option == "A"
    assert people_enough(profile("2 ABC, 1 BAC"), BY_POINTS) == 1
