import hashlib
from typing import Any

import pytest

from milpa.records.rules.attachments import SIGNATURE, attachments, matches
from tests.records.rules.refusing import path_of_refusal, takes

PLAIN = {"usageType": "urn:x:certificate", "display": {"es": "Diploma"}, "contentType": "text/plain", "length": 3, "sha2": "a" * 64}


def test_an_attachment_as_the_standard_says() -> None:
    assert takes(attachments, [])
    assert takes(
        attachments, [PLAIN, {**PLAIN, "description": {}, "fileUrl": "https://example.org/x", "contentType": "text/plain; charset=ascii"}]
    )


@pytest.mark.parametrize("name", PLAIN)
def test_what_an_attachment_needs(name: str) -> None:
    assert path_of_refusal(attachments, [{key: value for key, value in PLAIN.items() if key != name}]) == f"[0].{name}"


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("usageType", "certificate"), ("display", "Diploma"), ("description", 5), ("contentType", 5), ("contentType", "plain"),
        ("length", "3"),
        ("length", -1), ("length", 3.5), ("sha2", "x"), ("sha2", "a" * 40), ("sha2", 5), ("fileUrl", "example.org"),
    ],
)  # fmt: skip
def test_what_an_attachment_may_not_be(name: str, wrong: Any) -> None:
    assert path_of_refusal(attachments, [PLAIN, {**PLAIN, name: wrong}]) == f"[1].{name}"


def test_attachments_are_a_list() -> None:
    assert path_of_refusal(attachments, PLAIN) == ""
    assert path_of_refusal(attachments, ["x"]) == "[0]"


def test_a_signature_comes_as_octets() -> None:
    assert takes(attachments, [{**PLAIN, "usageType": SIGNATURE, "contentType": "application/octet-stream"}])
    assert path_of_refusal(attachments, [{**PLAIN, "usageType": SIGNATURE}]) == "[0].contentType"


@pytest.mark.parametrize("algorithm", ["sha256", "sha384", "sha512"])
def test_bytes_match_their_sum_in_either_case_and_any_length_of_the_family(algorithm: str) -> None:
    told = hashlib.new(algorithm, b"abc").hexdigest()
    assert matches(told, b"abc") and matches(told.upper(), b"abc")
    assert not matches(told, b"abd")


def test_no_other_sum_matches() -> None:
    assert not matches(hashlib.sha1(b"abc").hexdigest(), b"abc")
    assert not matches("", b"")


@pytest.mark.parametrize(
    "wrong", ["text/plain\r\nSet-Cookie: x", "text/plain; a=\r\nb: c", "text/plain; charset=ñ", "text/plain; x=\x00", "text/plain\n"]
)
def test_a_media_type_stays_in_its_header(wrong: str) -> None:
    assert path_of_refusal(attachments, [{**PLAIN, "contentType": wrong}]) == "[0].contentType"
