import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.readiness.tasks.events import MOST_EVENTS, BadEvents, Event, plain, read_events

VERBS = {"open": None, "answer": int, "fill": str, "type_code": bool}


def refused(raw, *, saying):
    with pytest.raises(BadEvents, match=saying):
        read_events(raw, VERBS)


def test_what_is_read_is_stored_and_read_again_alike():
    raw = [{"at_ms": 0, "did": "begin", "what": "", "value": None}, {"at_ms": 900, "did": "answer", "what": "q1", "value": 1}]
    assert plain(read_events(raw, VERBS)) == raw


def test_what_and_value_may_be_left_out():
    assert read_events([{"at_ms": 5, "did": "open"}], VERBS) == [Event(5, "open")]


def test_a_verb_of_another_task_is_refused():
    refused([{"at_ms": 0, "did": "download"}], saying="not a verb of this task: 'download'")


@pytest.mark.parametrize("value", ["482913", 1, None])
def test_a_secret_cannot_stand_where_true_or_false_is_meant(value):
    refused([{"at_ms": 0, "did": "type_code", "value": value}], saying="type_code: not a value it takes")


def test_true_is_no_number():
    refused([{"at_ms": 0, "did": "answer", "value": True}], saying="not a value it takes")


def test_a_value_where_none_is_meant_is_refused():
    refused([{"at_ms": 0, "did": "open", "value": "x"}], saying="not a value it takes")


def test_forty_letters_are_the_most_that_is_typed():
    assert read_events([{"at_ms": 0, "did": "fill", "value": "a" * 40}], VERBS)
    refused([{"at_ms": 0, "did": "fill", "value": "a" * 41}], saying="longer than 40")


def test_times_do_not_go_back():
    refused([{"at_ms": 2, "did": "open"}, {"at_ms": 1, "did": "open"}], saying="the times go back")


@pytest.mark.parametrize("at_ms", [-1, 1.5, True, "1", None, 10**12])
def test_a_time_is_a_whole_number_of_one_day(at_ms):
    refused([{"at_ms": at_ms, "did": "open"}], saying="not a time")


def test_three_hundred_events_are_the_most():
    assert len(read_events([{"at_ms": 0, "did": "open"}] * MOST_EVENTS, VERBS)) == MOST_EVENTS
    refused([{"at_ms": 0, "did": "open"}] * (MOST_EVENTS + 1), saying="at most 300")


@pytest.mark.parametrize("raw", [None, {}, "open", [None], ["open"], [{"at_ms": 0, "did": "open", "else": 1}]])
def test_other_shapes_are_refused(raw):
    with pytest.raises(BadEvents):
        read_events(raw, VERBS)


json_like = st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(), lambda inner: (
    st.lists(inner) | st.dictionaries(st.sampled_from(["at_ms", "did", "what", "value", "x"]), inner)), max_leaves=12)  # fmt: skip


@given(json_like)
def test_whatever_arrives_is_read_or_refused_and_never_fails(raw):
    try:
        events = read_events(raw, VERBS)
    except BadEvents:
        return
    assert all(event.did in {**VERBS, "begin": 0, "hint": 0, "hear": 0, "language": 0, "back": 0, "home": 0, "finish": 0, "never_used": 0}
               for event in events)  # fmt: skip
