"""Requirements on storing statements, and reading one: xAPI 1.0.3 Communication 2.1; IEEE 9274.1.1, 4.1.6.1."""

import json
from email.utils import parsedate_to_datetime

import pytest

from milpa.records.rules.times import instant
from tests.harness.xapi import Tool
from tests.records.xapi.sent import LESSON, ROSA, VOIDED, ids, is_uuid, new_id, one, statement, stored


def test_xapi_00139_the_resource_is_called_statements(tool: Tool) -> None:
    id = new_id()
    assert tool.ask("PUT", "statements", statement(), statementId=id).status == 204
    assert tool.ask("POST", "statements", statement()).status == 200
    assert tool.ask("GET", "statements").status == 200


def test_xapi_00140_every_resource_of_the_standard_is_there(tool: Tool) -> None:
    whose, what = {"agent": ROSA}, {"activityId": LESSON["id"]}
    for path, asked in {
        "statements": {}, "activities/state": whose | what, "agents/profile": whose, "activities/profile": what, "agents": whose,
        "activities": what, "about": {},
    }.items():  # fmt: skip
        assert tool.ask("GET", path, **asked).status == 200
    assert tool.ask("GET", "courses").status == 404


def test_xapi_00142_a_statement_is_never_changed(tool: Tool) -> None:
    id = stored(tool, statement(id=new_id()))
    before = one(tool, id)
    other = statement(id=id, verb={"id": "urn:x:other"})
    assert tool.ask("PUT", "statements", other, statementId=id).status == 409
    assert tool.post(other).status == 409
    assert tool.post([statement(), other]).status == 409
    assert one(tool, id) == before
    assert ids(tool) == [id]


def test_the_same_statement_again_is_taken_and_stored_once(tool: Tool) -> None:
    id = new_id()
    for _time in range(2):
        assert tool.post(statement(id=id.upper())).status == 200
        assert tool.ask("PUT", "statements", statement(id=id), statementId=id).status == 204
    assert ids(tool) == [id]


def test_xapi_00143_a_statement_that_is_put_is_answered_without_content(tool: Tool) -> None:
    answer = tool.ask("PUT", "statements", statement(), statementId=new_id())
    assert (answer.status, answer.body) == (204, b"")


def test_xapi_00144_a_statement_is_put_under_its_id(tool: Tool) -> None:
    id = new_id()
    assert tool.ask("PUT", "statements", statement(), statementId=id).status == 204
    assert one(tool, id)["id"] == id


def test_xapi_00145_without_an_id_nothing_is_put(tool: Tool) -> None:
    assert tool.ask("PUT", "statements", statement(id=new_id())).status == 400
    assert tool.ask("PUT", "statements", statement(), statementId="x").status == 400
    assert tool.ask("PUT", "statements", statement(id=new_id()), statementId=new_id()).status == 400
    assert tool.ask("PUT", "statements", [statement()], statementId=new_id()).status == 400
    assert ids(tool) == []


def test_xapi_00146_what_is_posted_is_answered_with_its_ids_in_order(tool: Tool) -> None:
    own = new_id()
    answer = tool.post([statement(), statement(id=own), statement()])
    given = json.loads(answer.body)
    assert (answer.status, len(given), given[1]) == (200, 3, own)
    assert all(is_uuid(id) for id in given)
    assert sorted(ids(tool)) == sorted(given)


def test_xapi_00147_statements_are_posted_one_or_many(tool: Tool) -> None:
    assert tool.post(statement()).status == 200
    assert tool.post([statement(), statement()]).status == 200
    assert len(ids(tool)) == 3


def test_ieee_4_1_6_1_two_statements_of_a_batch_have_two_ids(tool: Tool) -> None:
    id = new_id()
    assert tool.post([statement(id=id), statement(id=id)]).status == 400
    assert tool.post([statement(id=id), statement(id=id.upper())]).status == 400
    assert ids(tool) == []


def test_ieee_4_1_6_1_last_modified_is_the_time_of_storing(tool: Tool) -> None:
    answer = tool.ask("GET", "statements", statementId=stored(tool, statement()))
    at = instant(json.loads(answer.body)["stored"], "2.0.0")
    assert parsedate_to_datetime(answer.headers["last-modified"]) == at.replace(microsecond=0)


def test_xapi_00149_nothing_found_is_an_empty_list(tool: Tool) -> None:
    answer = tool.ask("GET", "statements", verb="urn:x:never")
    assert (answer.status, json.loads(answer.body)) == (200, {"statements": [], "more": ""})


REFUSED_BESIDE_ONE = {
    "agent": ROSA, "verb": "urn:x", "activity": "urn:x", "registration": "5f1d7a24-0000-4000-8000-000000000001",
    "related_activities": "true", "related_agents": "true", "since": "2026-11-24T10:00:00Z", "until": "2026-11-24T10:00:00Z",
    "limit": 1, "ascending": "true",
}  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("voidedStatementId", id="xapi_00150_a_voided_one"),
        pytest.param("statementId", id="xapi_00151_one"),
    ],
)
def test_one_statement_is_asked_for_without_filters(tool: Tool, name: str) -> None:
    id = stored(tool, statement())
    if name == "voidedStatementId":
        stored(tool, statement(verb={"id": VOIDED}, object={"objectType": "StatementRef", "id": id}))
    for beside, value in REFUSED_BESIDE_ONE.items():
        assert tool.ask("GET", "statements", **{name: id, beside: value}).status == 400, beside
    assert tool.ask("GET", "statements", statementId=id, voidedStatementId=id).status == 400
    for beside, value in {"format": "ids", "attachments": "true"}.items():
        assert tool.ask("GET", "statements", **{name: id, beside: value}).status == 200, beside


ASKED = {**REFUSED_BESIDE_ONE, "format": "exact", "attachments": "false", "statementId": new_id(), "colour": "red"}


def test_xapi_00153_every_answer_says_until_when_it_is_complete(tool: Tool) -> None:
    for name, value in ASKED.items():
        assert "x-experience-api-consistent-through" in tool.ask("GET", "statements", **{name: value}).headers, name
    assert "x-experience-api-consistent-through" in tool.post({}).headers


def test_xapi_00154_many_are_answered_with_statements_and_more(tool: Tool) -> None:
    stored(tool, statement())
    for name, value in REFUSED_BESIDE_ONE.items():
        answer = tool.ask("GET", "statements", **{name: value})
        assert (answer.status, json.loads(answer.body).keys()) == (200, {"statements", "more"}), name


def test_xapi_00155_a_voided_statement_is_found_by_its_id(tool: Tool) -> None:
    id = stored(tool, statement())
    assert tool.ask("GET", "statements", voidedStatementId=id).status == 404
    stored(tool, statement(verb={"id": VOIDED}, object={"objectType": "StatementRef", "id": id}))
    answer = tool.ask("GET", "statements", voidedStatementId=id)
    assert (answer.status, json.loads(answer.body)["id"]) == (200, id)


def test_xapi_00156_a_statement_is_found_by_its_id(tool: Tool) -> None:
    id = stored(tool, statement())
    assert one(tool, id)["id"] == one(tool, id.upper())["id"] == id
    assert tool.ask("GET", "statements", statementId=new_id()).status == 404


def test_xapi_00157_a_voided_one_may_be_asked_for(tool: Tool) -> None:
    assert tool.ask("GET", "statements", voidedStatementId=new_id()).status == 404
    assert tool.ask("GET", "statements", voidedStatementId="x").status == 400


def test_xapi_00158_one_may_be_asked_for(tool: Tool) -> None:
    assert tool.ask("GET", "statements", statementId=new_id()).status == 404
    assert tool.ask("GET", "statements", statementId="x").status == 400


def test_xapi_00159_statements_may_be_asked_for(tool: Tool) -> None:
    assert tool.ask("GET", "statements").status == 200


def test_nobody_reads_the_statements_of_another_institution(tool: Tool) -> None:
    id = stored(tool, statement())
    stranger = Tool(version=tool.version)
    assert stranger.ask("GET", "statements", statementId=id).status == 404
    assert ids(stranger) == []
