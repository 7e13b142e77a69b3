import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.records.rules.problems import Malformed
from milpa.records.rules.reading import read

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
)


@given(plain, st.booleans())
def test_what_json_writes_is_read(value: object, ascii_only: bool) -> None:
    assert read(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


@pytest.mark.parametrize(
    ("sent", "path"),
    [
        (b"", ""), (b"{", ""), (b"{'a': 1}", ""), (b"{\"a\": 1} x", ""), (b"\xff\xfe", ""), (b'"\xc3"', ""), (b'{"a": NaN}', ""),
        (b"Infinity", ""), (b"-Infinity", ""), (b"1e999", ""), (b"-1e999", ""), (b'{"a": 1, "b": {"c": 1, "c": 2}}', "c"),
        (b'{"a": 1, "a": 1}', "a"),
        (b'"\\ud800"', ""), (b'{"\\udc00": 1}', ""), (b"9" * 5000, ""), (b"[" * 100_000, ""), (b'{"a":' * 100_000, ""), (b"01", ""),
        (b"\x00", ""),
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused(sent: bytes, path: str) -> None:
    with pytest.raises(Malformed) as refused:
        read(sent)
    assert refused.value.path == path


def test_a_whole_character_of_two_halves_is_read() -> None:
    assert read(b'"\\ud83c\\udf3d"') == "\N{EAR OF MAIZE}"


def test_a_mark_before_the_first_byte_does_not_count() -> None:
    assert read(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


def test_the_error_says_where() -> None:
    with pytest.raises(Malformed) as refused:
        read(b'{"a": 1,\n "b": }')
    assert refused.value.values == {"line": 2, "column": 7}
