"""What XLSForms may ask with expressions, and that everything else is refused when the form is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.surveys.rules.expressions import FUNCTIONS, UnsupportedExpression, names_in, parse


def test_an_expression_is_read_as_nested_lists():
    assert parse("${device} = 'shared'") == ["=", ["ref", "device"], ["words", "shared"]]


def test_and_binds_closer_than_or_and_arithmetic_closer_than_comparison():
    assert parse("1 or 2 and 3") == ["or", ["figure", 1.0], ["and", ["figure", 2.0], ["figure", 3.0]]]
    assert parse("${a} <= ${b} * 31 + 1")[2] == ["+", ["*", ["ref", "b"], ["figure", 31.0]], ["figure", 1.0]]
    assert parse("(1 or 2) and 3")[0] == "and"
    assert parse("7 - 2 - 1") == ["-", ["-", ["figure", 7.0], ["figure", 2.0]], ["figure", 1.0]]


def test_the_reader_of_choices_that_or_other_makes_is_read_too():
    assert parse("selected(../channel, 'other')") == ["selected", ["ref", "channel"], ["words", "other"]]


def test_the_questions_that_an_expression_asks_about():
    assert names_in("not(selected(${a}, 'x')) and (. > ${b} or today() > ${c})") == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("pulldata('prices', 'q', 'k', ${a})", "pulldata"),
        ("${a} = ", "…"),
        ("${a} == 1", "="),
        ("count(${a})", "count"),
        ("selected(${a})", "selected"),
        ("position(..)", "position"),
        ("/data/a = 1", "/data/a = 1"),
        ("(1", "…"),
        ("1 2", "2"),
        ("device", "device"),
        ("'never ends", "'never ends"),
        ("__import__('os')", "__import__"),
        ("", "…"),
    ],
)
def test_what_cannot_be_worked_out_is_refused_with_the_place_where_it_stops(text, part):
    with pytest.raises(UnsupportedExpression) as refused:
        parse(text)
    assert refused.value.part == part


@pytest.mark.parametrize("pattern", ["(a+)+", "(a*)*b", "(x{1,9}){1,9}", "[", "a" * 201])
def test_a_pattern_that_could_take_for_ever_or_is_none_is_refused(pattern):
    with pytest.raises(UnsupportedExpression):
        parse(f"regex(., '{pattern}')")


def test_brackets_nested_without_end_are_refused_and_do_not_fill_the_stack():
    with pytest.raises(UnsupportedExpression):
        parse("(" * 500 + "1" + ")" * 500)


@given(st.text(alphabet="()${}.,'\"=<>!+-*abcselectedornot 0123456789", max_size=60))
def test_any_text_is_read_or_refused_and_never_fails_otherwise(text):
    try:
        tree = parse(text)
    except UnsupportedExpression:
        return
    assert tree[0] in {
        "figure",
        "words",
        "ref",
        "self",
        "or",
        "and",
        "=",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "+",
        "-",
        "*",
        "div",
        "mod",
        "minus",
    } | set(FUNCTIONS)
