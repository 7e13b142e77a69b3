from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules.borda import points, standings
from milpa.workshops.rules.orders import loses_to_all, pairs_of
from milpa.workshops.rules.placing import firsts
from tests.workshops.rules import axioms
from tests.workshops.rules.profiles import CIRCLE, SCHULZE_1, TENNESSEE, profile

seeds = st.integers(0, 999)


def test_nashville_wins_by_points():
    assert points(TENNESSEE, "MNCK") == {"N": 194, "C": 173, "M": 126, "K": 107}


def test_schulze_s_first_example_by_points():
    assert points(SCHULZE_1, "ABCDE") == {"A": 98, "B": 92, "C": 89, "D": 69, "E": 102}
    assert firsts(standings(SCHULZE_1, "ABCDE")) == {"E"}


def test_in_the_circle_of_three_c_has_most_points():
    assert points(CIRCLE, "ABC") == {"A": 85, "B": 105, "C": 110}


def test_a_majority_s_favourite_can_lose_as_the_manual_says():
    assert points(profile("3 ABC, 2 BCA"), "ABC") == {"A": 6, "B": 7, "C": 2}


def test_near_copies_help_an_option_as_the_manual_says():
    assert points(profile("3 AB, 2 BA"), "AB") == {"A": 3, "B": 2}
    assert points(profile("3 ABCD, 2 BCDA"), "ABCD") == {"A": 9, "B": 12, "C": 7, "D": 2}


def test_those_left_out_share_the_points_that_remain():
    assert points([("A",)], "ABC") == {"A": 2, "B": Fraction(1, 2), "C": Fraction(1, 2)}


def test_equal_points_share_a_place():
    assert [(one.rank, one.option) for one in standings(profile("1 ABC, 1 BAC"), "ABC")] == [(1, "A"), (1, "B"), (3, "C")]


@settings(deadline=None)
@given(axioms.short_orders())
def test_every_order_gives_away_the_same_number_of_points(found):
    assert sum(points(found, axioms.OPTIONS).values()) == 6 * len(found)


@settings(deadline=None)
@given(axioms.orders(), seeds, st.permutations(axioms.OPTIONS))
def test_voters_and_names_do_not_matter_and_lifting_a_winner_does_not_hurt_it(found, seed, renamed):
    assert axioms.is_anonymous(standings, found, seed)
    assert axioms.is_neutral(standings, found, renamed)
    assert axioms.is_monotone(standings, found, seed)
    assert axioms.all_listed(standings, found)


@settings(deadline=None)
@given(axioms.orders())
def test_who_loses_against_each_other_one_is_never_first(found):
    loser = loses_to_all(pairs_of(found, axioms.OPTIONS))
    assert loser is None or loser not in firsts(standings(found, axioms.OPTIONS))


@settings(deadline=None)
@given(axioms.orders(), axioms.orders())
def test_where_two_rooms_share_winners_both_together_choose_just_those(one, other):
    shared = firsts(standings(one, axioms.OPTIONS)) & firsts(standings(other, axioms.OPTIONS))
    assert not shared or firsts(standings(one + other, axioms.OPTIONS)) == shared


@settings(deadline=None)
@given(axioms.orders(), st.permutations(axioms.OPTIONS))
def test_nobody_does_better_by_staying_at_home(found, mine):
    with_me = firsts(standings([*found, tuple(mine)], axioms.OPTIONS))
    without = firsts(standings(found, axioms.OPTIONS))
    assert min(mine.index(one) for one in with_me) <= min(mine.index(one) for one in without)
