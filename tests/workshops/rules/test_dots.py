import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules.dots import Standing, TooManyDots, TooManyOnOne, Turnout, dots_each, refuse_overspending, standings, turnout
from tests.workshops.rules.profiles import TENNESSEE

WALL = ["precios", "reservaciones", "fotos"]


def test_groups_stand_from_most_to_fewest_dots_and_those_without_are_listed_too():
    dots = [("rosa", "reservaciones"), ("tomas", "reservaciones"), ("lidia", "fotos")]
    assert standings(dots, WALL) == [Standing(1, "reservaciones", 2), Standing(2, "fotos", 1), Standing(3, "precios", 0)]


def test_equal_dots_share_a_rank_and_the_next_rank_is_skipped():
    dots = [("rosa", "precios"), ("tomas", "fotos")]
    assert [standing.rank for standing in standings(dots, WALL)] == [1, 1, 3]


def test_a_dot_on_a_group_that_is_not_on_the_wall_is_refused():
    with pytest.raises(ValueError, match="agua"):
        standings([("rosa", "agua")], WALL)


@pytest.mark.parametrize(("groups", "each"), [(0, 0), (1, 1), (3, 1), (10, 4), (11, 4), (12, 4)])
def test_everyone_gets_a_third_of_the_groups_rounded_up(groups, each):
    assert dots_each(groups) == each


def test_more_dots_than_allowed_are_refused():
    dots = [("rosa", "precios"), ("rosa", "fotos"), ("tomas", "fotos")]
    refuse_overspending(dots, 2)
    with pytest.raises(TooManyDots):
        refuse_overspending(dots, 1)


def test_a_heap_on_one_group_is_refused_unless_the_vote_allows_it():
    dots = [("rosa", "precios"), ("rosa", "precios")]
    with pytest.raises(TooManyOnOne):
        refuse_overspending(dots, 2)
    refuse_overspending(dots, 2, most_on_one=2)


def test_the_turnout_says_how_many_voted_and_what_they_left_unplaced():
    assert turnout([("rosa", "precios"), ("rosa", "fotos"), ("tomas", "fotos")], 2) == Turnout(2, 3, 4)
    assert turnout([], 4) == Turnout(0, 0, 0)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("rstu"), st.sampled_from(WALL))))
def test_no_dot_is_lost_and_more_dots_never_mean_a_later_rank(dots):
    found = standings(dots, WALL)
    assert sum(standing.dots for standing in found) == len(dots)
    assert [standing.rank for standing in found] == sorted(standing.rank for standing in found)
    assert [standing.dots for standing in found] == sorted((standing.dots for standing in found), reverse=True)


def of_tennessee(most: int) -> dict[str, int]:
    """Each voter puts a dot on so many favourites."""
    dots = [(str(voter), option) for voter, order in enumerate(TENNESSEE) for option in order[:most]]
    return {one.group: one.dots for one in standings(dots, "MNCK")}


def test_one_dot_each_is_plurality_and_the_divided_majority_loses_to_memphis():
    assert of_tennessee(1) == {"M": 42, "N": 26, "K": 17, "C": 15}


def test_a_dot_on_each_of_two_favourites_is_approval_and_nashville_wins():
    assert of_tennessee(2) == {"N": 68, "C": 58, "M": 42, "K": 32}
