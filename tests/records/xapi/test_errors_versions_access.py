"""Requirements on errors, versions, access and the alternate request syntax: xAPI 1.0.3 Communication 1.3, 3 and 4; IEEE 9274.1.1, 4.1."""

import base64
import json
from typing import Any
from urllib.parse import urlencode

import pytest

from milpa.records.http.requests import Answer
from tests.harness.xapi import Tool
from tests.records.xapi.sent import LESSON, ROSA, ids, new_id, one, statement, stored

ASKED: dict[str, dict[str, Any]] = {
    "statements": {},
    "activities/state": {"agent": ROSA, "activityId": LESSON["id"], "stateId": "x"},
    "agents/profile": {"agent": ROSA, "profileId": "x"},
    "activities/profile": {"activityId": LESSON["id"], "profileId": "x"},
    "agents": {"agent": ROSA},
    "activities": {"activityId": LESSON["id"]},
}
NO_VERSION = {"X-Experience-API-Version": ""}


def test_xapi_00321_a_request_says_its_version_but_for_about(tool: Tool) -> None:
    for path, asked in ASKED.items():
        assert tool.ask("GET", path, headers=NO_VERSION, **asked).status == 400, path
    assert tool.ask("POST", "statements", statement(), headers=NO_VERSION).status == 400
    assert tool.ask("PUT", "statements", statement(), headers=NO_VERSION, statementId=new_id()).status == 400
    assert tool.ask("GET", "about", headers=NO_VERSION).status == 200


def test_xapi_00323_a_refusal_has_a_status_of_the_standard_and_says_why(tool: Tool) -> None:
    id = stored(tool, statement())
    for status, answer in {
        400: tool.post({}),
        401: tool.ask("GET", "statements", headers={"Authorization": ""}),
        403: Tool(version=tool.version, scopes=("state",)).post(statement()),
        404: tool.ask("GET", "statements", statementId=new_id()),
        409: tool.post(statement(id=id, verb={"id": "urn:x:other"})),
        412: tool.ask("PUT", "agents/profile", {}, headers={"If-Match": '"x"'}, **ASKED["agents/profile"]),
        413: tool.ask("PUT", "agents/profile", b"x" * 2_000_000, headers={"If-None-Match": "*"}, **ASKED["agents/profile"]),
    }.items():
        assert answer.status == status, answer.body
        assert json.loads(answer.body)["message"]


def test_xapi_00324_an_unknown_parameter_is_refused(tool: Tool) -> None:
    for path, asked in ASKED.items():
        assert tool.ask("GET", path, **asked, colour="red").status == 400, path
    assert tool.ask("GET", "about", colour="red").status == 400
    assert tool.ask("POST", "statements", statement(), colour="red").status == 400
    assert tool.ask("PUT", "statements", statement(), statementId=new_id(), colour="red").status == 400


def test_xapi_00325_capitals_of_a_parameter_count(tool: Tool) -> None:
    for name in (
        "StatementId", "VoidedStatementId", "Agent", "Verb", "Activity", "Registration", "Related_Activities", "Related_Agents", "Since",
        "Until", "Limit", "Format", "Attachments", "Ascending",
    ):  # fmt: skip
        answer = tool.ask("GET", "statements", **{name: "x"})
        assert (answer.status, json.loads(answer.body)["path"]) == (400, name)
    assert tool.ask("PUT", "statements", statement(), StatementId=new_id()).status == 400


def test_xapi_00326_a_batch_is_stored_whole_or_not_at_all(tool: Tool) -> None:
    answer = tool.post([statement(), statement(), statement(verb={"id": "completed"})])
    assert (answer.status, json.loads(answer.body)["path"]) == (400, "[2].verb.id")
    assert ids(tool) == []
    id = stored(tool, statement())
    assert tool.post([statement(), statement(id=id, verb={"id": "urn:x:other"})]).status == 409
    assert ids(tool) == [id]


def test_xapi_00327_who_may_not_is_told(tool: Tool) -> None:
    reader, writer = (
        Tool(version=tool.version, institution=tool.institution, scopes=(scope,)) for scope in ("all/read", "statements/write")
    )
    assert reader.post(statement()).status == 403
    assert reader.ask("POST", "activities/state", {}, **ASKED["activities/state"]).status == 403
    assert writer.post(statement()).status == 200
    assert writer.ask("GET", "statements").status == 403
    assert writer.ask("GET", "activities/state", **ASKED["activities/state"]).status == 403
    assert len(ids(reader)) == 1


def test_who_may_read_only_its_own_finds_only_its_own(tool: Tool) -> None:
    other = stored(tool, statement())
    own_tool = Tool(version=tool.version, institution=tool.institution, scopes=("statements/write", "statements/read/mine"))
    own = stored(own_tool, statement())
    assert ids(own_tool) == [own]
    assert own_tool.ask("GET", "statements", statementId=other).status == 404
    assert ids(tool) == [own, other]


def test_xapi_00328_what_is_too_large_is_told_with_the_limit(tool: Tool) -> None:
    answer = tool.ask("POST", "statements", b"[" + b" " * 6_000_000 + b"]")
    assert answer.status == 413
    assert "5 MB" in json.loads(answer.body)["message"]


def test_xapi_00330_a_statement_is_not_changed_to_fit_another_version(tool: Tool) -> None:
    sent = statement(version="1.0.0", context={"contextActivities": {"category": [LESSON]}})
    kept = one(tool, stored(tool, sent))
    assert {name: kept[name] for name in sent} == sent


@pytest.mark.parametrize("wrong", ["0.8", "0.9", "0.95", "1.1.0", "2.1.0", "3.0.0", "x", "1", "2"])
def test_xapi_00331_a_version_that_is_not_spoken_is_refused(tool: Tool, wrong: str) -> None:
    for path, asked in ASKED.items():
        assert tool.ask("GET", path, headers={"X-Experience-API-Version": wrong}, **asked).status == 400
    assert tool.ask("POST", "statements", statement(), headers={"X-Experience-API-Version": wrong}).status == 400


@pytest.mark.parametrize("right", ["1.0", "1.0.0", "1.0.1", "1.0.2", "1.0.3", "1.0.9", "2.0", "2.0.0", "2.0.1"])
def test_xapi_00331_its_patches_are_taken(tool: Tool, right: str) -> None:
    assert tool.ask("GET", "statements", headers={"X-Experience-API-Version": right}).status == 200


def test_xapi_00333_every_answer_says_its_version(tool: Tool) -> None:
    for path, asked in {**ASKED, "about": {}}.items():
        assert tool.ask("GET", path, **asked).headers["x-experience-api-version"] == tool.version
    for answer in (
        tool.post(statement()),
        tool.post({}),
        tool.ask("GET", "courses"),
        tool.ask("GET", "statements", headers={"Authorization": "x"}),
    ):
        assert answer.headers["x-experience-api-version"] == tool.version


def basic(name: str, secret: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{name}:{secret}".encode()).decode()}


def test_xapi_00334_who_is_not_known_is_not_let_in(tool: Tool) -> None:
    key, secret = base64.b64decode(tool.authorization.removeprefix("Basic ")).decode().split(":")
    for wrong in (
        basic(key, "wrong"),
        basic("wrong", secret),
        basic("", ""),
        {"Authorization": ""},
        {"Authorization": "Basic x"},
        {"Authorization": "Bearer x"},
    ):
        for path, asked in ASKED.items():
            assert tool.ask("GET", path, headers=wrong, **asked).status == 401
        answer = tool.ask("POST", "statements", statement(), headers=wrong)
        assert answer.status == 401
        assert "Basic" in answer.headers["www-authenticate"]
    assert ids(tool) == []


def test_xapi_00335_a_key_and_its_secret_let_in(tool: Tool) -> None:
    key, secret = base64.b64decode(tool.authorization.removeprefix("Basic ")).decode().split(":")
    assert tool.ask("POST", "statements", statement(), headers=basic(key, secret)).status == 200


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def by_form(tool: Tool, method: str, headers: dict[str, str] | None = None, path: str = "statements", **fields: str) -> Answer:
    return tool.ask("POST", path, urlencode(fields).encode(), headers={**FORM, **(headers or {})}, method=method)


def test_xapi_00148_a_form_asks_as_get_asks(first: Tool) -> None:
    found = [stored(first, statement()) for _number in range(2)]
    answer = by_form(first, "GET", limit="1")
    assert answer.status == 200
    body = json.loads(answer.body)
    assert body.keys() == {"statements", "more"}
    assert [each["id"] for each in body["statements"]] == found[1:]


def test_xapi_00336_a_form_stands_for_any_request_of_1_0_3(first: Tool) -> None:
    id = new_id()
    assert by_form(first, "PUT", statementId=id, content=json.dumps(statement(result={"response": "a=b&c=ñ +"}))).status == 204
    assert one(first, id)["result"]["response"] == "a=b&c=ñ +"
    assert by_form(first, "POST", content=json.dumps(statement())).status == 200
    state = {name: value if isinstance(value, str) else json.dumps(value) for name, value in ASKED["activities/state"].items()}
    assert by_form(first, "PUT", path="activities/state", **state, content='{"page": 1}').status == 204
    assert json.loads(by_form(first, "GET", path="activities/state", **state).body) == {"page": 1}
    assert by_form(first, "DELETE", path="activities/state", **state).status == 204
    assert by_form(first, "GET", path="activities/state", **state).status == 404


def test_xapi_00336_headers_stand_in_the_form(first: Tool) -> None:
    nothing = {"Authorization": "", "X-Experience-API-Version": ""}
    fields = {"statementId": new_id(), "content": json.dumps(statement())}
    assert (
        by_form(first, "PUT", nothing, **fields, **{"Authorization": first.authorization, "X-Experience-API-Version": "1.0.3"}).status
        == 204
    )
    assert by_form(first, "PUT", nothing, **fields, **{"X-Experience-API-Version": "1.0.3"}).status == 401
    assert by_form(first, "PUT", statementId=new_id(), content=json.dumps(statement()), **{"X-Experience-API-Version": "0.8"}).status == 400


def test_xapi_00336_a_form_is_whole_and_stands_alone(first: Tool) -> None:
    fields = {"statementId": new_id(), "content": json.dumps(statement())}
    body = urlencode(fields).encode()
    assert first.ask("POST", "statements", body, headers=FORM, method="PUT", statementId=fields["statementId"]).status == 400
    assert first.ask("POST", "statements", json.dumps(fields).encode(), headers=FORM, method="PUT").status == 400
    assert first.ask("PUT", "statements", body, headers=FORM, method="POST").status == 400
    assert by_form(first, "PUT", statementId=fields["statementId"]).status == 400
    assert by_form(first, "PUT").status == 400
    assert ids(first) == []


def test_ieee_4_1_2_2_0_0_knows_no_alternate_request_syntax(second: Tool) -> None:
    assert by_form(second, "GET", limit="1").status == 400
    assert by_form(second, "PUT", statementId=new_id(), content=json.dumps(statement())).status == 400
    assert ids(second) == []
