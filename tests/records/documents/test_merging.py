"""xAPI 1.0.3, part 3, 2.2: the JSON procedure."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.records.documents.merging import PROPERTIES, is_json, merged, properties, refuse_broken
from milpa.records.documents.refusals import TooManyProperties
from milpa.records.rules.problems import Malformed

JSON = "application/json"
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
objects = st.dictionaries(st.text(), values, max_size=5)
layouts = st.sampled_from([{}, {"indent": 2}, {"ensure_ascii": False}, {"separators": (" ,\n", "\t: ")}])


def written(value, layout):
    return json.dumps(value, **layout).encode("utf-8", "surrogatepass")


@given(objects, objects, layouts, layouts)
def test_properties_of_the_first_level_are_replaced_or_added(kept, sent, one, other):
    assert json.loads(merged(written(kept, one), JSON, written(sent, other), JSON)) == kept | sent


@given(values, layouts)
def test_what_is_json_is_taken(value, layout):
    assert refuse_broken(written(value, layout), JSON) is None


def test_a_property_is_replaced_whole():
    assert (
        merged(b'{"carro": {"marca": "Ford", "modelo": "Escape"}}', JSON, b'{"carro": {"marca": "Dodge"}}', JSON)
        == b'{"carro":{"marca": "Dodge"}}'
    )


def test_no_digit_of_a_number_is_lost():
    kept = b'{"precio": 1.10, "grande": 123456789012345678901234567890, "lejos": 1e400}'
    assert merged(kept, JSON, b'{"x":1}', JSON) == b'{"precio":1.10,"grande":123456789012345678901234567890,"lejos":1e400,"x":1}'


def test_the_last_of_two_properties_with_one_name_counts():
    assert properties(b'{"a": 1, "a": 2}') == {"a": "2"}


def test_the_one_writer_is_not_kept_busy_by_a_document_of_countless_properties():
    many = json.dumps({str(number): 1 for number in range(PROPERTIES + 1)}).encode()
    with pytest.raises(TooManyProperties):
        merged(b"{}", JSON, many, JSON)
    assert refuse_broken(many, JSON) is None


BROKEN = [
    *(b"", b"{", b'{"a":1', b'{"a":1,}', b'{"a" 1}', b'{"a":1 "b":2}', b"{1:2}", b"{a:1}", b'{"a":1}}', b"{,}", b'{"a"}', b'{"a":}'),
    *(b'{"a":NaN}', b'{"a":-Infinity}', b'{"a":"\xff"}', b'{"a":' + b"[" * 100_000, b"\xef\xbb\xbf{}", b'{"a\n":1}', b"null 1"),
]


@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_not_json_changes_nothing(broken):
    with pytest.raises(Malformed):
        merged(b'{"a": 1}', JSON, broken, JSON)
    with pytest.raises(Malformed):
        refuse_broken(broken, JSON)


@pytest.mark.parametrize("other", [b"[]", b"1", b'"texto"', b"null", b" [1] "])
def test_only_objects_are_joined(other):
    with pytest.raises(Malformed):
        merged(b'{"a": 1}', JSON, other, JSON)
    with pytest.raises(Malformed):
        merged(other, JSON, b'{"a": 1}', JSON)


@pytest.mark.parametrize(("kept_type", "sent_type"), [(JSON, "text/plain"), ("application/octet-stream", JSON), ("", ""), (JSON, "")])
def test_both_have_to_say_that_they_are_json(kept_type, sent_type):
    with pytest.raises(Malformed):
        merged(b'{"a": 1}', kept_type, b'{"b": 1}', sent_type)


def test_what_does_not_say_that_it_is_json_may_be_anything():
    assert refuse_broken(b"\xff{", "text/plain") is None


@pytest.mark.parametrize(
    ("content_type", "so"),
    [(JSON, True), ("Application/JSON; charset=utf-8", True), ("application/json-patch+json", False), ("text/json", False), ("", False)],
)
def test_a_type_says_whether_it_is_json(content_type, so):
    assert is_json(content_type) is so
