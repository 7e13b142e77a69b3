from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules.feasibility import Weighed, refuse_marks, seen, standings
from milpa.workshops.rules.score import OutOfRange, Unmarked

OPTIONS = "ABC"
marks = st.fixed_dictionaries({option: st.integers(1, 5) for option in OPTIONS})
ballots = st.lists(st.builds(Weighed, marks, marks), min_size=1, max_size=8)


def places(found, options=OPTIONS):
    return {one.option: one.rank for one in standings(found, options)}


def test_the_product_of_both_means_gives_the_order():
    """A would help most and cannot be done; B helps a little less and can; C is easy and helps nobody."""
    found = [Weighed({"A": 5, "B": 4, "C": 1}, {"A": 1, "B": 4, "C": 5}), Weighed({"A": 5, "B": 5, "C": 2}, {"A": 2, "B": 4, "C": 5})]
    assert [(one.option, one.value) for one in standings(found, OPTIONS)] == [("B", 18), ("A", Fraction(15, 2)), ("C", Fraction(15, 2))]
    assert places(found) == {"B": 1, "A": 2, "C": 2}
    assert {option: one.field for option, one in seen(found, OPTIONS).items()} == {"A": "prepare", "B": "first", "C": "time"}


def test_the_middle_of_the_scale_counts_as_high_and_below_both_it_is_left():
    found = seen([Weighed({"A": 3, "B": 2, "C": 3}, {"A": 3, "B": 2, "C": 2})], OPTIONS)
    assert [found[option].field for option in OPTIONS] == ["first", "leave", "prepare"]


def test_both_marks_are_asked_of_every_option_on_the_scale():
    whole = {"A": 1, "B": 5, "C": 3}
    refuse_marks(Weighed(whole, whole), OPTIONS)
    for odd, error in (({"A": 1}, Unmarked), (whole | {"A": 0}, OutOfRange), (whole | {"A": 6}, OutOfRange)):
        with pytest.raises(error):
            refuse_marks(Weighed(odd, whole), OPTIONS)
        with pytest.raises(error):
            refuse_marks(Weighed(whole, odd), OPTIONS)


@settings(deadline=None)
@given(ballots, st.integers(0, 99), st.permutations(OPTIONS))
def test_voters_and_names_do_not_matter(found, seed, renamed):
    mixed, called = list(found), dict(zip(OPTIONS, renamed, strict=True))
    Random(seed).shuffle(mixed)

    def again(said):
        return {called[option]: mark for option, mark in said.items()}

    other = [Weighed(again(one.importance), again(one.feasibility)) for one in found]
    assert places(found) == places(mixed)
    assert {called[option]: rank for option, rank in places(found).items()} == places(other, "".join(renamed))


@settings(deadline=None)
@given(ballots, st.integers(0, 8), st.sampled_from(OPTIONS), st.booleans())
def test_a_higher_mark_never_means_a_later_place(found, voter, option, is_importance):
    at, before = voter % len(found), places(found)[option]
    one = found[at]
    raised = {name: min(5, mark + (name == option)) for name, mark in (one.importance if is_importance else one.feasibility).items()}
    higher = Weighed(raised, one.feasibility) if is_importance else Weighed(one.importance, raised)
    assert places([*found[:at], higher, *found[at + 1 :]])[option] <= before
