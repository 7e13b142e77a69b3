import time

import pytest

from milpa.records.rules.iris import iri
from tests.records.rules.refusing import takes


@pytest.mark.parametrize(
    "value",
    [
        "http://example.org",
        "https://example.org:8080/a/b;c=1?d=e&f#g",
        "urn:uuid:5f1d7a24-0000-4000-8000-000000000001",
        "urn:milpa:lesson:1",
        "tag:example.org,2026:x",
        "mailto:rosa@example.org",
        "https://user@example.org/",
        "http://[2001:db8::1]/x",
        "http://[::1]:80?x",
        "https://ejemplo.gt/año/ñandú?búsqueda=sí",
        "http://example.org/%C3%B1",
        "file:///c:/x",
        "act:x",
        "x-y.z+1:a",
        "https://例え.jp/パス",
    ],
)
def test_addresses_with_a_scheme(value: str) -> None:
    assert takes(iri, value)


@pytest.mark.parametrize(
    "value",
    [
        "", "example.org", "/lesson/1", "//example.org/x", "http", "http:", "1http://x", "ab=c://x.example", "http://a b", " http://a", "http://a\n",
        "http://a/<b>", 'http://a/"', "http://a/{b}", "http://a/b|c", "http://a/\\b", "http://a/^", "http://a/`", "http://a/%", "http://a/%g0",
        "http://a/#b#c", "http://a/[b]", "http://a?b[]=1", "http://[x/", "http://a/\u0000", "http://a/\u0085", None, 5, ["http://a"],
    ],
)  # fmt: skip
def test_what_is_no_address(value: object) -> None:
    assert not takes(iri, value)


def test_a_megabyte_is_looked_at_in_a_moment() -> None:
    start = time.process_time()
    assert not takes(iri, "http://" + "a" * 1_000_000 + " ")
    assert not takes(iri, "http://" + "%41" * 300_000 + "%")
    assert takes(iri, "http://x/" + "?".ljust(1_000_000, "/"))
    assert time.process_time() - start < 2
