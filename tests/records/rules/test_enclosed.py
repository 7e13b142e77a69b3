import hashlib
from typing import Any

import pytest

from milpa.records.rules.attachments import SIGNATURE
from milpa.records.rules.enclosed import attachments_of, first_is_json, matched, signatures_of
from milpa.records.rules.multipart import Part
from milpa.records.rules.problems import Malformed

SUM = hashlib.sha256(b"abc").hexdigest()
ONE: dict[str, Any] = {"usageType": "urn:x:diploma", "display": {}, "contentType": "text/plain", "length": 3, "sha2": SUM}
HEADERS = {"content-type": "text/plain", "content-transfer-encoding": "binary", "x-experience-api-hash": SUM}
PART = Part(HEADERS, b"abc")


def statement(*attachments: dict[str, Any], told: bool = False) -> dict[str, Any]:
    small = {"object": {"id": "urn:x"}}
    if told:
        return {"object": {"objectType": "SubStatement", **small, "attachments": [*attachments]}}
    return {**small, "attachments": [*attachments]}


def path_of_refusal(statements: list[dict[str, Any]], parts: list[Part]) -> str:
    with pytest.raises(Malformed) as refused:
        matched(statements, parts)
    return refused.value.path


@pytest.mark.parametrize("told", [False, True])
def test_a_part_belongs_to_the_attachment_with_its_sum(told: bool) -> None:
    assert matched([statement(ONE, told=told)], [PART]) == {SUM: PART}


def test_one_part_may_belong_to_several_attachments() -> None:
    assert matched([statement(ONE), statement(ONE, {**ONE, "sha2": SUM.upper()})], [PART]) == {SUM: PART}


def test_an_attachment_with_an_address_needs_no_part() -> None:
    assert matched([statement({**ONE, "fileUrl": "https://example.org/x"})], []) == {}


@pytest.mark.parametrize(("told", "path"), [(False, "[1].attachments[0]"), (True, "[1].object.attachments[0]")])
def test_one_without_an_address_does(told: bool, path: str) -> None:
    assert path_of_refusal([statement(), statement(ONE, told=told)], []) == path


def test_a_part_that_nobody_names_is_refused() -> None:
    assert path_of_refusal([statement()], [PART]) == "X-Experience-API-Hash"


@pytest.mark.parametrize(
    ("headers", "path"),
    [
        ({"x-experience-api-hash": ""}, "[1].X-Experience-API-Hash"),
        ({"x-experience-api-hash": hashlib.sha256(b"x").hexdigest()}, "[1].X-Experience-API-Hash"),
        ({"content-transfer-encoding": "base64"}, "[1].Content-Transfer-Encoding"),
        ({"content-transfer-encoding": ""}, "[1].Content-Transfer-Encoding"),
    ],
)
def test_a_part_says_its_sum_and_that_it_is_binary(headers: dict[str, str], path: str) -> None:
    assert path_of_refusal([statement(ONE)], [Part({**HEADERS, **headers}, b"abc")]) == path


def test_the_first_part_are_the_statements() -> None:
    assert first_is_json([Part({"content-type": "Application/JSON; charset=utf-8"}, b"{}"), PART]) == b"{}"
    for parts in ([], [PART], [Part({}, b"{}")]):
        with pytest.raises(Malformed):
            first_is_json(parts)


def test_signatures_are_told_from_other_attachments() -> None:
    signed = statement(ONE, {**ONE, "usageType": SIGNATURE, "sha2": SUM.upper()})
    assert list(signatures_of(signed)) == [("attachments[1]", SUM)]
    assert [path for path, _one in attachments_of(signed)] == ["attachments[0]", "attachments[1]"]


def test_the_path_of_a_lone_statement_has_no_place_in_a_list() -> None:
    with pytest.raises(Malformed) as refused:
        matched([statement(ONE)], [], is_list=False)
    assert refused.value.path == "attachments[0]"
