from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.courses.rules.places import Offer, Request, Rules, TooManyReserved, allocate

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
NOW = MONDAY + timedelta(days=1)


def asked(name, hour, *kinds, **more):
    return Request(name, MONDAY + hour * HOUR, frozenset(kinds), **more)


def test_places_go_in_the_order_in_which_people_asked():
    found = allocate([asked("c", 3), asked("a", 1), asked("b", 2)], Rules(2), NOW)
    assert list(found.next) == ["a", "b"]
    assert found.waiting == ("c",)


def test_kept_places_go_to_those_they_are_kept_for_even_if_they_asked_later():
    requests = [asked("tomas", 1), asked("ana", 2), asked("beto", 3), asked("rosa", 4, "women")]
    found = allocate(requests, Rules(3, {"women": 1}), NOW)
    assert found.next == {"tomas": "general", "ana": "general", "rosa": "women"}
    assert found.waiting == ("beto",)


def test_who_takes_a_kept_place_leaves_the_general_ones_to_others():
    found = allocate([asked("rosa", 1, "women"), asked("tomas", 2)], Rules(2, {"women": 1}), NOW)
    assert found.next == {"rosa": "women", "tomas": "general"}


def test_a_kept_place_nobody_asks_for_stays_free_until_its_day_and_then_is_for_all():
    rules = Rules(2, {"women": 1}, reserved_until=NOW)
    requests = [asked("tomas", 1), asked("beto", 2)]
    assert allocate(requests, rules, NOW - HOUR).waiting == ("beto",)
    assert allocate(requests, rules, NOW - HOUR).free == {"women": 1, "general": 0}
    assert list(allocate(requests, rules, NOW).next) == ["tomas", "beto"]


def test_who_belongs_to_several_kinds_is_moved_so_that_one_more_gets_in():
    requests = [asked("lidia", 1, "women", "micro"), asked("rosa", 2, "women"), asked("tomas", 3)]
    found = allocate(requests, Rules(2, {"women": 1, "micro": 1}), NOW)
    assert found.next == {"lidia": "micro", "rosa": "women"}
    assert found.waiting == ("tomas",)


def test_who_is_enrolled_keeps_the_place_even_when_the_capacity_is_lowered():
    found = allocate([asked("a", 1, enrolled=True), asked("b", 2, enrolled=True), asked("c", 3)], Rules(1), NOW)
    assert set(found.enrolled) == {"a", "b"}
    assert (found.over, found.next, found.waiting) == (1, {}, ("c",))


def test_an_open_offer_keeps_its_place_and_says_until_when():
    found = allocate([asked("a", 1, offered_at=NOW - HOUR), asked("b", 2)], Rules(1), NOW)
    assert found.offered == (Offer("a", "general", NOW - HOUR + timedelta(days=2)),)
    assert found.waiting == ("b",)


def test_an_offer_not_taken_in_time_goes_to_the_next_and_its_person_to_the_end():
    lapsed = asked("a", 1, offered_at=NOW - timedelta(days=2))
    found = allocate([lapsed, asked("b", 2), asked("c", 3)], Rules(1), NOW)
    assert list(found.next) == ["b"]
    assert found.waiting == ("c", "a")
    assert found.lapsed == ("a",)


def test_a_second_before_it_lapses_an_offer_is_open():
    request = asked("a", 1, offered_at=NOW - timedelta(days=2) + timedelta(seconds=1))
    assert [offer.id for offer in allocate([request], Rules(1), NOW).offered] == ["a"]


def test_whoever_asked_in_the_same_moment_stands_by_id_so_that_every_node_says_the_same():
    assert list(allocate([asked("b", 1), asked("a", 1)], Rules(1), NOW).next) == ["a"]


def test_more_places_cannot_be_kept_than_there_are():
    with pytest.raises(TooManyReserved):
        allocate([], Rules(3, {"women": 2, "rural": 2}), NOW)


KINDS = ["women", "micro", "rural"]
REQUESTS = st.lists(
    st.builds(
        Request,
        id=st.uuids().map(str),
        at=st.integers(0, 20).map(lambda hour: MONDAY + hour * HOUR),
        kinds=st.frozensets(st.sampled_from(KINDS)),
    ),
    max_size=14,
    unique_by=lambda request: request.id,
)
RESERVED = st.dictionaries(st.sampled_from(KINDS), st.integers(0, 3))


@settings(deadline=None)
@given(REQUESTS, RESERVED, st.integers(9, 12))
def test_everyone_has_a_place_or_waits_kept_places_hold_only_their_kind_and_none_is_given_twice(requests, reserved, capacity):
    rules = Rules(capacity, reserved)
    found = allocate(requests, rules, NOW)
    kinds = {request.id: request.kinds for request in requests}
    assert sorted([*found.next, *found.waiting]) == sorted(kinds)
    assert all(kind == "general" or kind in kinds[request] for request, kind in found.next.items())
    for kind, places in {**reserved, "general": capacity - sum(reserved.values())}.items():
        assert list(found.next.values()).count(kind) + found.free[kind] == places


@settings(deadline=None)
@given(REQUESTS, RESERVED, st.integers(9, 12))
def test_who_asks_later_never_takes_a_place_from_who_asked_before(requests, reserved, capacity):
    rules = Rules(capacity, reserved)
    line = sorted(requests, key=lambda request: (request.at, request.id))
    for length in range(len(line)):
        assert set(allocate(line[:length], rules, NOW).next) <= set(allocate(line[: length + 1], rules, NOW).next)
