"""Requirements on asking for many statements: xAPI 1.0.3 Communication 2.1.3 and 2.1.4; IEEE 9274.1.1, 4.1.6.1."""

import json
from typing import Any

import pytest

from milpa.records.rules.times import instant
from tests.harness.xapi import Tool
from tests.records.xapi.sent import (
    COURSE,
    CROWD,
    DID,
    DIPLOMA,
    LESSON,
    NAMES,
    OF_PART,
    ROSA,
    SOME_ID,
    TEAM,
    TOMAS,
    VOIDED,
    ids,
    new_id,
    one,
    post_multipart,
    statement,
    stored,
    told,
)  # fmt: skip

LIDIA = {"objectType": "Agent", "mbox": "mailto:lidia@hotel.example"}
OTHER = {"id": "urn:x:other"}


def test_xapi_00160_until_when_it_is_complete_is_a_moment(tool: Tool) -> None:
    id = stored(tool, statement())
    through = tool.ask("GET", "statements").headers["x-experience-api-consistent-through"]
    assert instant(through, "2.0.0") >= instant(one(tool, id)["stored"], "2.0.0")


@pytest.fixture
def diploma(tool: Tool) -> str:
    """The id of a statement with an attachment."""
    id = new_id()
    assert post_multipart(tool, statement(id=id, attachments=[DIPLOMA]), (OF_PART, b"abc")).status == 200
    return id


def test_xapi_00161_attachments_come_only_if_they_are_asked_for(tool: Tool, diploma: str) -> None:
    for asked in ({}, {"attachments": "false"}, {"statementId": diploma}, {"statementId": diploma, "attachments": "false"}):
        answer = tool.ask("GET", "statements", **asked)
        assert answer.headers["content-type"].startswith("application/json")
        json.loads(answer.body)


def test_xapi_00167_attachments_come_as_parts(tool: Tool, diploma: str) -> None:
    for asked in ({}, {"statementId": diploma}):
        answer = tool.ask("GET", "statements", **asked, attachments="true")
        boundary = answer.headers["content-type"].partition("boundary=")[2].strip('"').encode()
        parts = answer.body.split(b"--" + boundary)
        assert parts[-1].strip() == b"--" and len(parts) == 4
        assert b"application/json" in parts[1]
        assert DIPLOMA["sha2"].encode() in parts[2] and b"binary" in parts[2] and parts[2].endswith(b"\r\n\r\nabc\r\n")


def test_xapi_00162_what_refers_to_a_voided_statement_is_still_found(tool: Tool) -> None:
    id = stored(tool, statement())
    refers = stored(tool, statement(actor=LIDIA, verb=OTHER, object={"objectType": "StatementRef", "id": id}))
    voids = stored(tool, statement(actor=LIDIA, verb={"id": VOIDED}, object={"objectType": "StatementRef", "id": id}))
    assert ids(tool, verb=DID["id"]) == [voids, refers]
    assert ids(tool) == [voids, refers]


def test_xapi_00163_a_voided_statement_is_in_no_list(tool: Tool) -> None:
    id = stored(tool, statement())
    voids = stored(tool, statement(verb={"id": VOIDED}, object={"objectType": "StatementRef", "id": id}))
    for asked in ({}, {"agent": ROSA}, {"activity": LESSON["id"]}, {"since": "2020-01-01T00:00:00Z"}):
        assert id not in ids(tool, **asked)
    assert ids(tool) == [voids]


def test_xapi_00164_what_is_found_is_what_was_asked_for(tool: Tool) -> None:
    right = stored(tool, statement(context={"registration": SOME_ID}))
    stored(tool, statement(actor=LIDIA, verb=OTHER, object={"id": "urn:x:other"}))
    for asked in ({"agent": ROSA}, {"verb": DID["id"]}, {"activity": LESSON["id"]}, {"registration": SOME_ID}):
        assert ids(tool, **asked) == [right]
    assert ids(tool, agent=ROSA, verb=OTHER["id"]) == []
    assert ids(tool, agent=ROSA, verb=DID["id"], activity=LESSON["id"], registration=SOME_ID.upper()) == [right]


def test_xapi_00165_every_answer_says_its_type(tool: Tool) -> None:
    for asked in ({}, {"statementId": stored(tool, statement())}, {"attachments": "true"}, {"statementId": "x"}):
        assert "/" in tool.ask("GET", "statements", **asked).headers["content-type"]


def test_xapi_00166_the_oldest_come_first_if_that_is_asked_for(tool: Tool) -> None:
    three = [stored(tool, statement()) for _number in range(3)]
    assert ids(tool, ascending="true") == three
    assert ids(tool, ascending="false") == ids(tool) == three[::-1]


@pytest.fixture
def told_by_lidia(tool: Tool) -> str:
    """The id of a statement with everything that formats change."""
    inner = {"objectType": "SubStatement", **statement(actor=TEAM, object={**LESSON, "id": "urn:x:inner"})}
    around = {"instructor": {**ROSA, "name": "Rosa"}, "team": CROWD, "contextActivities": {"parent": [COURSE, LESSON]}}
    return stored(tool, statement(actor={**LIDIA, "name": "Lidia"}, object=inner, context=around))


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({}, id="xapi_00168_exact_where_nothing_is_asked_for"),
        pytest.param({"format": "exact"}, id="xapi_00170_exact"),
    ],
)
def test_a_statement_is_given_out_as_it_came(tool: Tool, told_by_lidia: str, asked: dict[str, str]) -> None:
    [found] = tool.get(**asked)["statements"]
    assert found == one(tool, told_by_lidia, **asked)
    assert found["actor"] == {**LIDIA, "name": "Lidia"}
    assert found["verb"] == DID
    assert found["object"] == {"objectType": "SubStatement", **statement(actor=TEAM, object={**LESSON, "id": "urn:x:inner"})}
    assert found["context"]["contextActivities"]["parent"] == [COURSE, LESSON]


def test_xapi_00169_canonical_is_in_one_language_and_with_what_is_known_of_activities(tool: Tool, told_by_lidia: str) -> None:
    stored(tool, statement(object={"id": "urn:x:inner", "definition": {"type": "urn:x:lesson"}}))
    answer = tool.ask("GET", "statements", headers={"Accept-Language": "en-GB"}, statementId=told_by_lidia, format="canonical")
    found = json.loads(answer.body)
    assert found["actor"] == {**LIDIA, "name": "Lidia"}
    assert found["object"]["actor"] == TEAM
    assert found["verb"]["display"] == found["object"]["verb"]["display"] == {"en": "completed"}
    assert found["object"]["object"]["definition"] == {
        "name": {"en": NAMES["en"]},
        "description": {"en": NAMES["en"]},
        "type": "urn:x:lesson",
    }


def test_xapi_00171_ids_has_only_what_tells_which_they_are(tool: Tool, told_by_lidia: str) -> None:
    found = one(tool, told_by_lidia, format="ids")
    assert found["actor"] == LIDIA
    assert found["verb"] == found["object"]["verb"] == {"id": DID["id"]}
    assert found["object"]["actor"] == {"objectType": "Group", "mbox": TEAM["mbox"]}
    assert found["object"]["object"] == {"id": "urn:x:inner"}
    assert found["context"]["instructor"] == ROSA
    assert found["context"]["team"] == CROWD
    assert found["context"]["contextActivities"]["parent"] == [{"id": COURSE["id"]}, {"id": LESSON["id"]}]


def test_xapi_00172_the_language_is_the_one_that_the_reader_wishes(tool: Tool) -> None:
    id = stored(tool, statement(context={"contextActivities": {"category": LESSON}}))
    for wish, tag in {"es": "es", "es-GT": "es", "en-GB": "en", "fr, en;q=0.5": "en"}.items():
        found = json.loads(tool.ask("GET", "statements", headers={"Accept-Language": wish}, statementId=id, format="canonical").body)
        assert found["verb"]["display"].keys() == {tag}
        assert found["context"]["contextActivities"]["category"][0]["definition"]["name"] == {tag: NAMES[tag]}
        exact = json.loads(tool.ask("GET", "statements", headers={"Accept-Language": wish}, statementId=id).body)
        assert exact["verb"]["display"].keys() == {"es", "en"}


def test_xapi_00173_no_more_are_given_than_are_asked_for(tool: Tool) -> None:
    four = [stored(tool, statement()) for _number in range(4)][::-1]
    assert ids(tool, limit=1) == four[:1]
    assert ids(tool, limit=3) == four[:3]
    assert ids(tool, limit=0) == ids(tool) == four


def test_xapi_00174_until_is_at_or_before_the_time_of_storing(tool: Tool) -> None:
    first, second, third = (stored(tool, statement()) for _number in range(3))
    at = one(tool, second)["stored"]
    assert ids(tool, until=at) == [second, first]
    assert ids(tool, until="2001-01-01T00:00:00Z") == []
    assert third not in ids(tool, until=at)


def test_xapi_00175_since_is_after_the_time_of_storing(tool: Tool) -> None:
    first, second, third = (stored(tool, statement()) for _number in range(3))
    at = one(tool, second)["stored"]
    assert ids(tool, since=at) == [third]
    assert ids(tool, since="2001-01-01T00:00:00Z") == [third, second, first]
    assert ids(tool, since=one(tool, first)["stored"], until=at) == [second]


RELATED_AGENTS: dict[str, Any] = {
    "instructor": statement(actor=LIDIA, context={"instructor": ROSA}),
    "team": statement(actor=LIDIA, context={"team": CROWD}),
    "of what is told of": {**told(actor=ROSA), "actor": LIDIA},
    "instructor of what is told of": {**told(actor=LIDIA, context={"instructor": ROSA}), "actor": LIDIA},
}


def test_xapi_00176_related_agents_are_found_if_that_is_asked_for(tool: Tool) -> None:
    found = [stored(tool, sent) for sent in RELATED_AGENTS.values()]
    plain = stored(tool, statement())
    stored(tool, statement(actor=TOMAS))
    assert ids(tool, agent=ROSA) == ids(tool, agent=ROSA, related_agents="false") == [plain]
    assert ids(tool, agent=ROSA, related_agents="true") == [plain, *found[::-1]]
    authority = one(tool, plain)["authority"]
    assert ids(tool, agent=authority) == []
    assert len(ids(tool, agent=authority, related_agents="true")) == len(found) + 2


def test_ieee_4_1_6_1_agents_of_the_context_are_related(second: Tool) -> None:
    around = {
        "contextAgents": [{"objectType": "contextAgent", "agent": ROSA}],
        "contextGroups": [{"objectType": "contextGroup", "group": {"objectType": "Group", "member": [TOMAS]}}],
    }
    id = stored(second, statement(actor=LIDIA, context=around))
    for who in (ROSA, TOMAS):
        assert ids(second, agent=who) == []
        assert ids(second, agent=who, related_agents="true") == [id]


def test_xapi_00177_related_activities_are_found_if_that_is_asked_for(tool: Tool) -> None:
    other = {"id": "urn:x:other"}
    found = [
        stored(tool, statement(object=other, context={"contextActivities": {way: [LESSON]}}))
        for way in ("parent", "grouping", "category", "other")
    ]
    found += [stored(tool, told(object=LESSON)), stored(tool, told(object=other, context={"contextActivities": {"parent": LESSON}}))]
    plain = stored(tool, statement())
    assert ids(tool, activity=LESSON["id"]) == ids(tool, activity=LESSON["id"], related_activities="false") == [plain]
    assert ids(tool, activity=LESSON["id"], related_activities="true") == [plain, *found[::-1]]


def test_xapi_00178_what_belongs_to_a_registration_is_found(tool: Tool) -> None:
    id = stored(tool, statement(context={"registration": SOME_ID}))
    stored(tool, statement(context={"registration": new_id()}))
    stored(tool, told(context={"registration": SOME_ID}))
    assert ids(tool, registration=SOME_ID) == [id]


def test_xapi_00179_what_was_done_with_an_activity_is_found(tool: Tool) -> None:
    id = stored(tool, statement())
    stored(tool, statement(object={"id": LESSON["id"] + "0"}))
    assert ids(tool, activity=LESSON["id"]) == [id]


def test_xapi_00180_what_was_done_is_found(tool: Tool) -> None:
    id = stored(tool, statement())
    stored(tool, statement(verb=OTHER))
    assert ids(tool, verb=DID["id"]) == [id]


@pytest.mark.parametrize(
    "who", [ROSA, TOMAS, {"openid": "https://rosa.example/"}, {"mbox_sha1sum": "cd9b00a5611f94eaa7b1661edab976068e364975"}, TEAM]
)
def test_xapi_00181_what_somebody_did_is_found(tool: Tool, who: dict[str, Any]) -> None:
    did = stored(tool, statement(actor={**who, "name": "x"}))
    met = stored(tool, statement(actor=LIDIA, object={"objectType": "Agent", **who}))
    stored(tool, statement(actor=LIDIA))
    assert ids(tool, agent=who) == [met, did]


def test_xapi_00181_what_a_member_of_a_group_did_is_found(tool: Tool) -> None:
    did = stored(tool, statement(actor=CROWD))
    met = stored(tool, statement(actor=LIDIA, object=TEAM))
    assert ids(tool, agent=ROSA) == [met, did]
    assert ids(tool, agent=TOMAS) == [did]


def test_a_filter_finds_what_refers_to_what_it_finds(tool: Tool) -> None:
    id = stored(tool, statement())
    refers = stored(tool, statement(actor=LIDIA, verb=OTHER, object={"objectType": "StatementRef", "id": id}))
    again = stored(tool, statement(actor=LIDIA, verb={"id": "urn:x:again"}, object={"objectType": "StatementRef", "id": refers}))
    assert ids(tool, verb=DID["id"]) == [again, refers, id]
