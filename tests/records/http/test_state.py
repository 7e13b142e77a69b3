"""A state through the whole door: authentication, versions, and the request that a form carries."""

import json
from urllib.parse import urlencode

import pytest

from tests.harness.xapi import Tool
from tests.records.http.asked import LESSON, ROSA

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])

STATE = {"activityId": LESSON, "agent": ROSA, "stateId": "marcador"}
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def tool():
    return Tool(version="1.0.3")


def by_form(tool, method, **fields):
    return tool.ask("POST", "activities/state", urlencode(STATE | fields).encode(), headers=FORM, method=method)


def test_a_form_carries_every_request_of_1_0_3(tool):
    assert by_form(tool, "PUT", content='{"pagina": 3}').status == 204
    assert by_form(tool, "POST", content='{"hora": 2}').status == 204
    got = by_form(tool, "GET")
    assert (json.loads(got.body), got.headers["content-type"]) == ({"pagina": 3, "hora": 2}, "application/json")
    assert by_form(tool, "DELETE").status == 204
    assert by_form(tool, "GET").status == 404


def test_a_form_carries_headers_too(tool):
    by_form(tool, "PUT", content="ñ", **{"Content-Type": "text/plain; charset=utf-8"})
    got = tool.ask("GET", "activities/state", **STATE)
    assert (got.body.decode(), got.headers["content-type"]) == ("ñ", "text/plain; charset=utf-8")
    assert by_form(tool, "PUT", content="x", **{"If-Match": '"1234"'}).status == 412


def test_a_type_that_would_end_the_header_is_refused(tool):
    assert by_form(tool, "PUT", content="x", **{"Content-Type": "text/plain\r\nX-Evil: 1"}).status == 400


def test_every_answer_names_its_version_and_a_refusal_says_what_to_do(tool):
    tool.ask("PUT", "activities/state", b"1", headers={"x-experience-api-version": "2.0.0"}, **STATE)
    refused = tool.ask("PUT", "activities/state", b"2", headers={"x-experience-api-version": "2.0.0"}, **STATE)
    assert (refused.status, refused.headers["x-experience-api-version"]) == (409, "2.0.0")
    assert "If-Match" in json.loads(refused.body)["message"]


def test_nothing_is_read_or_written_without_a_credential_or_a_version(tool):
    for method in ("GET", "HEAD", "PUT", "POST", "DELETE"):
        assert tool.ask(method, "activities/state", b"x", headers={"authorization": ""}, **STATE).status == 401
        assert tool.ask(method, "activities/state", b"x", headers={"x-experience-api-version": ""}, **STATE).status == 400
    assert tool.ask("GET", "activities/state", **STATE).status == 404


def test_a_tool_with_another_scope_is_refused():
    assert Tool(scopes=("profile",)).ask("GET", "activities/state", **STATE).status == 403


def test_what_a_statement_told_is_answered_at_once_by_activities_and_agents(tool):
    rosa = json.loads(ROSA) | {"name": "Rosa"}
    statement = {"actor": rosa, "verb": {"id": "urn:x:v"}, "object": {"id": LESSON, "definition": {"name": {"es": "Foto"}}}}
    assert tool.post([statement]).status == 200
    assert json.loads(tool.ask("GET", "activities", activityId=LESSON).body)["definition"] == {"name": {"es": "Foto"}}
    assert json.loads(tool.ask("GET", "agents", agent=ROSA).body)["name"] == ["Rosa"]
