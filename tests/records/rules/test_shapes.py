import pytest

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed
from milpa.records.rules.shapes import each, shape
from milpa.records.rules.values import text
from tests.records.rules.refusing import path_of_refusal, takes

COURSE = shape({"name": text, "parts": each(text)}, required=("name",))


def test_an_object_has_what_it_needs_and_nothing_unknown() -> None:
    assert takes(COURSE, {"name": "x"})
    assert takes(COURSE, {"name": "x", "parts": []})
    assert path_of_refusal(COURSE, {}) == "name"
    assert path_of_refusal(COURSE, {"name": "x", "colour": "red"}) == "colour"


@pytest.mark.parametrize("value", [None, [], "x", 5])
def test_what_is_no_object_is_refused(value: object) -> None:
    assert path_of_refusal(COURSE, value) == ""


def test_other_capitals_are_told_from_what_is_unknown() -> None:
    with pytest.raises(Malformed) as refused:
        COURSE({"Name": "x"})
    assert (refused.value.path, refused.value.sentence, refused.value.values) == ("Name", problems.OTHER_CASE, {"known": "name"})


def test_the_place_in_a_list_is_named() -> None:
    assert path_of_refusal(COURSE, {"name": "x", "parts": ["a", 5]}) == "parts[1]"
    assert path_of_refusal(COURSE, {"name": "x", "parts": {"0": "a"}}) == "parts"
