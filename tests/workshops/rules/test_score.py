from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules.placing import firsts
from milpa.workshops.rules.score import OutOfRange, Unmarked, means, refuse_marks, standings

OPTIONS = "ABC"
ballots = st.lists(st.fixed_dictionaries({option: st.integers(0, 5) for option in OPTIONS}), min_size=1, max_size=9)
# Tennessee, each voter marking by distance, as in the article "Score voting" of Wikipedia (0 to 10, halved to our scale)
TENNESSEE = [({"M": 5, "N": 2, "C": 1, "K": 0}, 42), ({"M": 0, "N": 5, "C": 2, "K": 1}, 26), ({"M": 0, "N": 3, "C": 5, "K": 4}, 15)]
TENNESSEE += [({"M": 0, "N": 3, "C": 4, "K": 5}, 17)]


def places(found, options=OPTIONS):
    return {one.option: one.rank for one in standings(found, options)}


def test_the_highest_mean_comes_first():
    found = [marks for marks, times in TENNESSEE for _voter in range(times)]
    assert means(found, "MNCK") == {"M": Fraction(210, 100), "N": Fraction(310, 100), "C": Fraction(237, 100), "K": Fraction(171, 100)}
    assert firsts(standings(found, "MNCK")) == {"N"}


def test_equal_means_share_a_place():
    assert places([{"A": 5, "B": 0, "C": 1}, {"A": 0, "B": 5, "C": 1}]) == {"A": 1, "B": 1, "C": 3}


def test_every_option_is_marked_on_the_scale():
    refuse_marks({"A": 0, "B": 5, "C": 3}, OPTIONS)
    with pytest.raises(Unmarked) as unmarked:
        refuse_marks({"A": 1}, OPTIONS)
    assert unmarked.value.args == (2,)
    for mark in (-1, 6, 10**9):
        with pytest.raises(OutOfRange):
            refuse_marks({"A": mark, "B": 1, "C": 1}, OPTIONS)
    with pytest.raises(ValueError, match="X"):
        refuse_marks({"X": 1}, OPTIONS)


@settings(deadline=None)
@given(ballots, st.integers(0, 99), st.permutations(OPTIONS))
def test_voters_and_names_do_not_matter(found, seed, renamed):
    mixed, called = list(found), dict(zip(OPTIONS, renamed, strict=True))
    Random(seed).shuffle(mixed)
    other = [{called[option]: mark for option, mark in marks.items()} for marks in found]
    assert places(found) == places(mixed)
    assert {called[option]: rank for option, rank in places(found).items()} == places(other, "".join(renamed))


@settings(deadline=None)
@given(ballots, st.integers(0, 8), st.sampled_from(OPTIONS))
def test_a_higher_mark_never_means_a_later_place(found, voter, option):
    before, higher = places(found)[option], [dict(marks) for marks in found]
    higher[voter % len(higher)][option] = min(5, higher[voter % len(higher)][option] + 1)
    assert places(higher)[option] <= before


@settings(deadline=None)
@given(ballots, ballots)
def test_where_two_rooms_share_winners_both_together_choose_just_those(one, other):
    shared = firsts(standings(one, OPTIONS)) & firsts(standings(other, OPTIONS))
    assert not shared or firsts(standings(one + other, OPTIONS)) == shared


@settings(deadline=None)
@given(ballots, st.fixed_dictionaries({option: st.integers(0, 5) for option in OPTIONS}))
def test_nobody_does_better_by_staying_at_home(found, mine):
    with_me, without = firsts(standings([*found, mine], OPTIONS)), firsts(standings(found, OPTIONS))
    assert max(mine[one] for one in with_me) >= max(mine[one] for one in without)


@settings(deadline=None)
@given(ballots, st.sampled_from(OPTIONS))
def test_another_option_on_the_list_changes_no_order_among_the_others(found, gone):
    rest = OPTIONS.replace(gone, "")
    all_placed, fewer = places(found), places(found, rest)
    assert (all_placed[rest[0]] < all_placed[rest[1]]) == (fewer[rest[0]] < fewer[rest[1]])
