import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules.priorities import Judged, Move, MoveWithoutReason, priorities

NEEDS = [
    Judged("agua", 30, False),
    Judged("fotos", 12, True),
    Judged("precios", 20, True),
    Judged("ingles", 12, True),
    Judged("higiene", 9, False),
    Judged("impuestos", 25, None),
]


def order(found):
    return [(priority.rank, priority.need) for priority in found]


def test_needs_that_suit_come_first_each_list_by_votes_and_ties_share_a_rank():
    found = priorities(NEEDS)
    assert order(found.suited) == [(1, "precios"), (2, "fotos"), (2, "ingles")]
    assert order(found.others) == [(1, "agua"), (2, "higiene")]


def test_the_most_voted_need_that_does_not_suit_still_stands_after_all_that_do():
    found = priorities(NEEDS)
    assert [(priority.place, priority.need) for priority in (*found.suited, *found.others)] == [
        (1, "precios"),
        (2, "fotos"),
        (2, "ingles"),
        (4, "agua"),
        (5, "higiene"),
    ]


def test_a_need_that_nobody_judged_stands_apart():
    assert order(priorities(NEEDS).unjudged) == [(1, "impuestos")]


def test_the_group_may_move_a_need_and_its_reason_stays_beside_it():
    found = priorities(NEEDS, [Move("ingles", 1, "Hay fondo solo este año ")])
    assert order(found.suited) == [(1, "ingles"), (2, "precios"), (3, "fotos")]
    assert [priority.moved_because for priority in found.suited] == ["Hay fondo solo este año", "", ""]


def test_a_need_may_be_moved_to_the_end_and_a_rank_beyond_it_means_the_end():
    assert order(priorities(NEEDS, [Move("precios", 3, "Ya hay curso")]).suited) == [(1, "fotos"), (1, "ingles"), (3, "precios")]
    assert order(priorities(NEEDS, [Move("precios", 99, "Ya hay curso")]).suited)[-1] == (3, "precios")


def test_a_move_never_parts_a_tie_of_others():
    assert order(priorities(NEEDS, [Move("precios", 2, "Ya hay curso")]).suited) == [(1, "fotos"), (1, "ingles"), (3, "precios")]


def test_a_need_moved_twice_stands_where_it_was_moved_last():
    found = priorities(NEEDS, [Move("ingles", 1, "Antes"), Move("ingles", 3, "Lo pensamos mejor")])
    assert order(found.suited) == [(1, "precios"), (2, "fotos"), (3, "ingles")]
    assert found.suited[2].moved_because == "Lo pensamos mejor"


def test_a_move_without_a_reason_is_refused():
    with pytest.raises(MoveWithoutReason, match="fotos"):
        priorities(NEEDS, [Move("fotos", 1, "  ")])


def test_a_move_of_a_need_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="yates"):
        priorities(NEEDS, [Move("yates", 1, "Gusta")])


SOME_NEEDS = st.lists(
    st.builds(Judged, need=st.uuids().map(str), votes=st.integers(0, 5), suits=st.sampled_from([True, False, None])),
    min_size=1,
    max_size=9,
    unique_by=lambda need: need.need,
)


@settings(deadline=None)
@given(SOME_NEEDS, st.data())
def test_no_need_is_lost_or_doubled_by_any_moves(needs, data):
    moves = data.draw(st.lists(st.builds(Move, need=st.sampled_from([n.need for n in needs]), to=st.integers(1, 10), reason=st.just("sí"))))
    found = priorities(needs, moves)
    everyone = [*found.suited, *found.others, *found.unjudged]
    assert sorted(priority.need for priority in everyone) == sorted(need.need for need in needs)
    assert [priority.place for priority in everyone] == sorted(priority.place for priority in everyone)
    assert all(priority.place <= place for place, priority in enumerate(everyone, 1))
