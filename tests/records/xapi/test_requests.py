"""Requirements on HEAD, content types and multipart: xAPI 1.0.3 Communication 1; IEEE 9274.1.1, 4.1.2 and 4.1.3."""

import hashlib
import json
from typing import Any

import pytest

from tests.harness.xapi import Tool
from tests.records.xapi.sent import (
    DIPLOMA,
    LESSON,
    LINKED,
    OF_PART,
    ROSA,
    SUM,
    Part,
    multipart,
    new_id,
    one,
    post_multipart,
    refused,
    statement,
    stored,
    without,
)  # fmt: skip

PART: Part = (OF_PART, b"abc")
WITH_DIPLOMA = statement(attachments=[DIPLOMA])


def readable(tool: Tool) -> dict[str, dict[str, Any]]:
    """A thing to read in each resource: path -> parameters."""
    whose, what = {"agent": ROSA}, {"activityId": LESSON["id"]}
    tool.ask("POST", "activities/state", {"page": 1}, **whose, **what, stateId="x")
    tool.ask("POST", "agents/profile", {"page": 1}, **whose, profileId="x")
    tool.ask("POST", "activities/profile", {"page": 1}, **what, profileId="x")
    return {
        "statements": {"statementId": stored(tool, statement())},
        "activities/state": {**whose, **what, "stateId": "x"},
        "agents/profile": {**whose, "profileId": "x"},
        "activities/profile": {**what, "profileId": "x"},
        "agents": whose,
        "activities": what,
        "about": {},
    }


def test_xapi_00125_head_is_answered_as_get(tool: Tool) -> None:
    for path, asked in readable(tool).items():
        get, head = tool.ask("GET", path, **asked), tool.ask("HEAD", path, **asked)
        assert (head.status, head.headers.keys()) == (get.status, get.headers.keys()), path
        assert head.headers.get("etag") == get.headers.get("etag")


def test_xapi_00126_head_is_taken_everywhere(tool: Tool) -> None:
    for path, asked in readable(tool).items():
        assert tool.ask("HEAD", path, **asked).status == 200
    assert tool.ask("HEAD", "statements").status == 200


def test_xapi_00127_statements_come_as_json_or_multipart(tool: Tool) -> None:
    body, headers = multipart(statement(attachments=[LINKED]))
    for wrong in ("multipart/form-data; boundary=here", "text/plain", "application/xml", "application/x-www-form-urlencoded"):
        assert tool.ask("POST", "statements", body, headers={"Content-Type": wrong}).status == 400
        assert tool.ask("PUT", "statements", body, headers={"Content-Type": wrong}, statementId=new_id()).status == 400
    assert tool.ask("POST", "statements", body, headers=headers).status == 200
    assert tool.ask("POST", "statements", statement(), headers={"Content-Type": "application/json; charset=UTF-8"}).status == 200
    assert tool.ask("PUT", "statements", body, headers=headers, statementId=new_id()).status == 204


def test_xapi_00128_no_part_is_without_an_attachment(tool: Tool) -> None:
    other = {**OF_PART, "X-Experience-API-Hash": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}
    assert post_multipart(tool, WITH_DIPLOMA, PART, (other, b"x")).status == 400
    assert post_multipart(tool, statement(), PART).status == 400
    assert post_multipart(tool, WITH_DIPLOMA, PART).status == 200


def test_xapi_00129_no_attachment_is_without_its_part_or_address(tool: Tool) -> None:
    assert post_multipart(tool, WITH_DIPLOMA).status == 400
    assert refused(tool, WITH_DIPLOMA) == "attachments[0]"
    assert post_multipart(tool, statement(attachments=[DIPLOMA, {**DIPLOMA, "sha2": "b" * 64}]), PART).status == 400
    assert post_multipart(tool, statement(attachments=[LINKED])).status == 200


def test_xapi_00130_a_boundary_stands_before_each_part(tool: Tool) -> None:
    body, headers = multipart(WITH_DIPLOMA, PART)
    for broken in (
        body.replace(b"--here\r\n", b"", 1),
        body.replace(b"\r\n--here\r\nContent-Type: text", b"\r\nContent-Type: text"),
        b"--here--",
    ):
        assert tool.ask("POST", "statements", broken, headers=headers).status == 400
    assert tool.ask("POST", "statements", body, headers=headers).status == 200


def test_xapi_00131_the_header_names_the_boundary(tool: Tool) -> None:
    body, _headers = multipart(WITH_DIPLOMA, PART)
    for wrong in ("multipart/mixed", "multipart/mixed;", "multipart/mixed; boundary=", "multipart/mixed; boundary=there"):
        assert tool.ask("POST", "statements", body, headers={"Content-Type": wrong}).status == 400


def test_xapi_00132_a_part_says_its_sum_and_has_it(tool: Tool) -> None:
    assert post_multipart(tool, WITH_DIPLOMA, (without(OF_PART, "X-Experience-API-Hash"), b"abc")).status == 400
    assert post_multipart(tool, WITH_DIPLOMA, ({**OF_PART, "X-Experience-API-Hash": "b" * 64}, b"abc")).status == 400
    assert post_multipart(tool, WITH_DIPLOMA, (OF_PART, b"abd")).status == 400
    assert post_multipart(tool, WITH_DIPLOMA, ({**OF_PART, "X-Experience-API-Hash": SUM.upper()}, b"abc")).status == 200


def test_xapi_00133_all_statements_stand_in_the_first_part(tool: Tool) -> None:
    another = ({"Content-Type": "application/json"}, json.dumps(statement()).encode())
    assert post_multipart(tool, WITH_DIPLOMA, another, PART).status == 400
    assert post_multipart(tool, [WITH_DIPLOMA, statement()], PART).status == 200


def test_xapi_00134_the_first_part_says_that_it_is_json(tool: Tool) -> None:
    for said in ("text/plain", "application/xml", "image/jpeg"):
        assert post_multipart(tool, WITH_DIPLOMA, PART, said=said).status == 400


def test_xapi_00135_a_part_says_that_it_is_binary(tool: Tool) -> None:
    assert post_multipart(tool, WITH_DIPLOMA, (without(OF_PART, "Content-Transfer-Encoding"), b"abc")).status == 400
    for wrong in ("base64", "8bit", "quoted-printable", ""):
        assert post_multipart(tool, WITH_DIPLOMA, ({**OF_PART, "Content-Transfer-Encoding": wrong}, b"abc")).status == 400
    assert tool.get()["statements"] == []


@pytest.mark.parametrize("content", [b"", b"\r\n", b"--here\r\n", bytes(range(256)), b"\r\n--her", b"\n" * 1000])
def test_an_attachment_comes_back_byte_by_byte(tool: Tool, content: bytes) -> None:
    sha2 = hashlib.sha256(content).hexdigest()
    sent = statement(id=new_id(), attachments=[{**DIPLOMA, "sha2": sha2, "length": len(content)}])
    assert post_multipart(tool, sent, ({**OF_PART, "X-Experience-API-Hash": sha2}, content), boundary="another").status == 200
    answer = tool.ask("GET", "statements", statementId=sent["id"], attachments="true")
    assert answer.headers["content-type"].startswith("multipart/mixed")
    assert b"\r\n\r\n" + content + b"\r\n--" in answer.body
    assert one(tool, sent["id"])["attachments"] == sent["attachments"]
