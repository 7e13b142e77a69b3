from datetime import date
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.surveys.rules.reckoning import holds, number, string, truth, work_out
from tests.surveys.rules.examples import ANSWERS, EXAMPLES, TODAY

DAY = date.fromisoformat(TODAY)
NAMES = st.sampled_from(["a", "b", "c"])
ANSWER = st.one_of(st.just(""), st.integers(-50, 50).map(str), st.sampled_from(["x", "x y", "2026-03-02", "12.5"]))


@pytest.mark.parametrize(("expression", "here", "value"), EXAMPLES)
def test_expressions_come_to_what_the_standard_says(expression, here, value):
    found = work_out(expression, ANSWERS, here, DAY)
    assert type(found) is (float if isinstance(value, int) and not isinstance(value, bool) else type(value))
    assert found == value


def conditions():
    leaf = st.one_of(
        NAMES.map(lambda name: f"${{{name}}} = 'x'"),
        st.tuples(NAMES, st.integers(-50, 50)).map(lambda pair: f"${{{pair[0]}}} > {pair[1]}"),
        NAMES.map(lambda name: f"selected(${{{name}}}, 'y')"),
    )
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            inner.map(lambda text: f"not({text})"),
            st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda three: f"({three[0]}) {three[1]} ({three[2]})"),
        ),
        max_leaves=8,
    )


@given(conditions(), st.dictionaries(NAMES, ANSWER))
def test_a_condition_or_its_opposite_holds_and_never_both(condition, answers):
    assert holds(condition, answers, today=DAY) != holds(f"not({condition})", answers, today=DAY)


@given(conditions(), conditions(), st.dictionaries(NAMES, ANSWER))
def test_de_morgan(one, other, answers):
    both = holds(f"not(({one}) and ({other}))", answers, today=DAY)
    assert both == holds(f"not({one}) or not({other})", answers, today=DAY)


@given(st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_sums_are_sums(one, other):
    assert work_out(f"{one} + {other} - {one}", {}) == other


@given(ANSWER)
def test_a_number_is_read_back_from_its_own_text(text):
    value = number(text)
    assert isnan(value) or number(string(value)) == value


def test_an_empty_condition_holds():
    assert holds(" ", {})


@pytest.mark.parametrize(
    ("value", "is_true"), [("", False), ("no", True), (0.0, False), (float("nan"), False), (2.0, True), (False, False)]
)
def test_what_counts_as_true(value, is_true):
    assert truth(value) is is_true
