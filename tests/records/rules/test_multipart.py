import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.records.rules.multipart import LONGEST_HEADERS, MOST_PARTS, Part, boundary_of, join, split
from milpa.records.rules.problems import Malformed

TYPE = 'multipart/mixed; boundary="b"'
content = st.binary(max_size=60) | st.sampled_from([b"\r\n", b"\n--b\n", b"--", b"\r\n--b--\r\n", b"-" * 20])
headers = st.dictionaries(
    st.sampled_from(["content-type", "x-experience-api-hash", "content-transfer-encoding"]),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=20),
)


@given(st.lists(st.builds(Part, headers, content), min_size=1, max_size=4))
def test_what_is_joined_is_split_again(parts: list[Part]) -> None:
    assert split(*join(parts)) == parts


@pytest.mark.parametrize(
    ("content_type", "boundary"),
    [
        ("multipart/mixed; boundary=abc", "abc"),
        ('multipart/mixed; boundary="a b:c"', "a b:c"),
        ("multipart/mixed; charset=x; Boundary = abc ; y=z", "abc"),
        ("multipart/mixed; boundary=-------314159", "-------314159"),
    ],
)
def test_the_boundary_that_a_content_type_names(content_type: str, boundary: str) -> None:
    assert boundary_of(content_type) == boundary


@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/mixed",
        "multipart/mixed;",
        "multipart/mixed; boundary=",
        'multipart/mixed; boundary="x "',
        "multipart/mixed; boundary=" + "a" * 71,
    ],
)
def test_a_content_type_without_a_boundary(content_type: str) -> None:
    with pytest.raises(Malformed) as refused:
        boundary_of(content_type)
    assert refused.value.path == "Content-Type"


def test_what_stands_around_the_parts_counts_for_nothing() -> None:
    body = b"before\r\n--b  \r\nContent-Type: text/plain\r\n\r\nabc\r\n--b--  \r\nafter\r\n--b\r\n"
    assert split(TYPE, body) == [Part({"content-type": "text/plain"}, b"abc")]


def test_lines_that_end_as_unix_ends_them_are_read() -> None:
    assert split(TYPE, b"--b\nA: b\n\nabc\n--b\n\nx\n--b--\n") == [Part({"a": "b"}, b"abc"), Part({}, b"x")]


def test_a_header_may_go_on_in_the_next_line() -> None:
    assert split(TYPE, b"--b\r\nA: b\r\n c\r\n\r\nabc\r\n--b--")[0].headers == {"a": "b c"}


def test_a_line_that_only_begins_like_the_boundary_belongs_to_the_part() -> None:
    assert split(TYPE, b"--b\r\n\r\n--bc\r\n --b\r\n--b--")[0].content == b"--bc\r\n --b"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"abc",
        b"--b--",
        b"--b\r\n\r\nabc",
        b"--b\r\n\r\nabc\r\n--b\r\n",
        b"--b\r\nA: b\r\nabc\r\n--b--",
        b"--b\r\nno header\r\n\r\nabc\r\n--b--",
        b"--b\r\n--b--",
        b"--b\r\nA: " + b"x" * LONGEST_HEADERS + b"\r\n\r\nabc\r\n--b--",
        b"--b\r\n\r\nx\r\n" * (MOST_PARTS + 1) + b"--b--",
    ],
)
def test_bodies_that_are_none(body: bytes) -> None:
    with pytest.raises(Malformed):
        assert split(TYPE, body) == []
        raise Malformed("", "no parts at all")


@given(st.binary(max_size=200) | st.lists(st.sampled_from([b"--b", b"--", b"\r\n", b"\n", b"A: b", b":", b"x", b" "])).map(b"".join))
def test_whatever_comes_is_split_or_refused(body: bytes) -> None:
    try:
        parts = split(TYPE, body)
    except Malformed:
        return
    assert sum(len(part.content) for part in parts) <= len(body)


def test_ten_megabytes_of_dashes_take_a_moment() -> None:
    start = time.process_time()
    with pytest.raises(Malformed):
        split(TYPE, b"\n--b" * 2_500_000)
    with pytest.raises(Malformed):
        split(TYPE, b"--b\r\n" + b"A:\r\n" * 2_500_000)
    assert time.process_time() - start < 10
