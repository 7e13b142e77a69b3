from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.conglomerates.rules.sensitivity import rooms
from milpa.conglomerates.rules.weighted_sum import Criterion, Gaps, compare, ranking
from tests.conglomerates.rules.case_table import CRITERIA, VALUES, WEIGHTINGS

HALF = Fraction(1, 2)


def test_two_candidates_that_mirror_each_other_change_places_at_one_half():
    values = {"a": {"x": 1, "y": 0}, "b": {"x": 0, "y": 1}}
    x, y = rooms(ranking(values, [Criterion("x"), Criterion("y")], {"x": 3, "y": 1}))
    assert (x.weight, x.low, x.high) == (Fraction(3, 4), HALF, 1)
    assert (x.rivals_below, x.rivals_above) == (("b",), ())
    assert (y.low, y.high, y.rivals_above) == (0, HALF, ("b",))


def test_a_candidate_that_is_best_in_everything_stays_first_whatever_the_weights():
    values = {"a": {"x": 5, "y": 5}, "b": {"x": 1, "y": 4}}
    assert all(room.never_changes and (room.low, room.high) == (0, 1) for room in rooms(ranking(values, map_of("xy"), {"x": 1, "y": 1})))


def test_a_shared_first_place_has_no_room_where_any_step_parts_it():
    values = {"a": {"x": 1, "y": 0}, "b": {"x": 0, "y": 1}}
    x, _ = rooms(ranking(values, map_of("xy"), {"x": 1, "y": 1}))
    assert x.low == x.high == HALF
    assert (x.rivals_below, x.rivals_above) == (("b",), ("a",))


def test_a_weight_of_the_whole_cannot_move_because_the_others_have_no_proportions():
    values = {"a": {"x": 1, "y": 0}, "b": {"x": 0, "y": 1}}
    x, y = rooms(ranking(values, map_of("xy"), {"x": 1, "y": 0}))
    assert (x.low, x.high, x.never_changes) == (1, 1, False)
    assert (y.low, y.high, y.rivals_above) == (0, HALF, ("b",))


def test_the_worked_case_says_how_firm_its_first_place_is():
    mean = compare(VALUES, map_of(CRITERIA), WEIGHTINGS, Gaps.WORST).by_mean
    firm = {room.criterion: (round(float(room.high) * 100, 1), room.rivals_above) for room in rooms(mean)}
    assert firm["jobs"] == (24.7, ("textiles",))
    assert firm["income"] == (62.8, ("coffee",))
    assert firm["laws"] == (100.0, ())


def map_of(keys):
    return [Criterion(key) for key in keys]


def moved(weights, criterion, share):
    """The same weights with `criterion` at `share` and the others in their proportions."""
    rest = sum(weight for key, weight in weights.items() if key != criterion)
    return {key: share if key == criterion else (1 - share) * Fraction(weight, rest) for key, weight in weights.items()}


TABLES = st.integers(2, 4).flatmap(
    lambda width: st.tuples(
        st.lists(st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=2, max_size=5),
        st.lists(st.integers(1, 9), min_size=width, max_size=width),
    )
)


@settings(deadline=None)
@given(TABLES)
def test_within_the_room_the_first_stays_first_and_a_hair_beyond_a_rival_leads(table):
    rows, column_weights = table
    weights = {str(column): weight for column, weight in enumerate(column_weights)}
    values = {f"who{place}": {str(column): value for column, value in enumerate(row)} for place, row in enumerate(rows)}
    as_it_is = ranking(values, map_of(weights), weights)
    hair = Fraction(1, 10**9)
    for room in rooms(as_it_is):
        assert 0 <= room.low <= room.weight <= room.high <= 1
        for share in (room.low, (room.low + room.high) / 2, room.high):
            assert as_it_is.first <= ranking(values, map_of(weights), moved(weights, room.criterion, share)).first
        for end, rivals in ((room.low - hair, room.rivals_below), (room.high + hair, room.rivals_above)):
            if rivals:
                assert not as_it_is.first <= ranking(values, map_of(weights), moved(weights, room.criterion, end)).first
