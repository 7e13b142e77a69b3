"""The lot: five, the same each time, whatever order they are given in."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from milpa.results.rules.lot import HOW_MANY, drawn

ENTERPRISES = [UUID(int=number) for number in range(40)]


def test_the_lot_draws_five_and_comes_out_the_same_each_time():
    first = drawn(ENTERPRISES, "programa:escuchar")
    assert len(set(first)) == HOW_MANY
    assert drawn(ENTERPRISES[::-1], "programa:escuchar") == first


def test_another_phase_draws_others():
    assert drawn(ENTERPRISES, "programa:escuchar") != drawn(ENTERPRISES, "programa:acordar")


def test_where_there_are_no_more_than_five_all_are_asked():
    assert set(drawn(ENTERPRISES[:3], "x")) == set(ENTERPRISES[:3])


@given(some.sets(some.uuids(), max_size=30), some.uuids())
def test_one_more_invited_changes_at_most_one_of_those_drawn(among, newcomer):
    before, after = set(drawn(among, "x")), set(drawn({*among, newcomer}, "x"))
    assert len(before - after) <= 1
