"""Requirements on id, timestamp, stored, authority, version and attachments: xAPI 1.0.3 Data 2.4; IEEE 9274.1.1, 4.2.2 to 4.2.4."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from milpa.records.rules.times import instant
from tests.harness.xapi import Tool
from tests.records.xapi.sent import (
    CROWD,
    DIPLOMA,
    LESSON,
    LINKED,
    NO_IRIS,
    NO_MAPS,
    NO_MOMENTS,
    NO_UUIDS,
    REFERENCE,
    ROSA,
    TEAM,
    TOMAS,
    is_uuid,
    new_id,
    one,
    refused,
    statement,
    stored,
    told,
    without,
)  # fmt: skip


def test_xapi_00021_a_property_stands_once_in_its_object(tool: Tool) -> None:
    good = json.dumps(statement(result={"success": True}))
    for twice in (good.replace('{"actor"', '{"actor": {}, "actor"', 1), good.replace('{"success"', '{"success": false, "success"')):
        assert tool.ask("POST", "statements", twice.encode()).status == 400
    own = new_id()
    assert one(tool, stored(tool, statement(id=own)))["id"] == own


def test_xapi_00022_the_timestamp_is_a_moment(tool: Tool) -> None:
    for wrong in NO_MOMENTS:
        assert refused(tool, statement(timestamp=wrong)) == "timestamp"
        assert refused(tool, told(timestamp=wrong)) == "object.timestamp"
    stored(tool, statement(timestamp="2031-11-24T11:54:23.714Z"))


def test_xapi_00023_the_store_says_when_it_stored_whatever_it_is_told(tool: Tool) -> None:
    for wrong in NO_MOMENTS:
        assert refused(tool, statement(stored=wrong)) == "stored"
    before = datetime.now(UTC) - timedelta(seconds=1)
    kept = one(tool, stored(tool, statement(stored="2001-01-01T00:00:00Z")))
    assert before < instant(kept["stored"], "2.0.0") < datetime.now(UTC) + timedelta(seconds=1)


def test_xapi_00024_an_agent_or_a_group_vouches(tool: Tool) -> None:
    for wrong in (LESSON, REFERENCE, "rosa", [], {"name": "Rosa"}, {**ROSA, "objectType": "Person"}):
        assert refused(tool, statement(authority=wrong)).startswith("authority")


def test_xapi_00025_attachments_are_a_list_of_them(tool: Tool) -> None:
    assert refused(tool, statement(attachments=LINKED)) == "attachments"
    assert refused(tool, statement(attachments=[5])) == "attachments[0]"
    assert refused(tool, statement(attachments=["x"])) == "attachments[0]"
    stored(tool, statement(attachments=[LINKED]))


def test_xapi_00026_the_store_gives_an_id_to_a_statement_without_one(tool: Tool) -> None:
    given = stored(tool, statement())
    assert is_uuid(given)
    assert one(tool, given)["id"] == given


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param([wrong for wrong in NO_UUIDS if isinstance(wrong, str)], id="xapi_00027_the_id_is_a_uuid"),
        pytest.param([5, {"key": "x"}, ["x"], None], id="xapi_00028_the_id_is_text"),
    ],
)
def test_an_id_is_refused_because(tool: Tool, wrong: list[Any]) -> None:
    for id in wrong:
        assert refused(tool, statement(id=id)) == "id"


def places_of_uuids(id: Any) -> dict[str, Any]:
    return {
        "id": statement(id=id),
        "object.id": statement(object={**REFERENCE, "id": id}),
        "object.object.id": told(object={**REFERENCE, "id": id}),
        "context.registration": statement(context={"registration": id}),
        "context.statement.id": statement(context={"statement": {**REFERENCE, "id": id}}),
        "object.context.registration": told(context={"registration": id}),
    }


def test_xapi_00029_a_uuid_is_written_in_its_standard_form(tool: Tool) -> None:
    for wrong in (5, {"key": "x"}, "{5f1d7a24-0000-4000-8000-000000000001}", "5f1d7a2400004000800000000000000f"):
        for path, sent in places_of_uuids(wrong).items():
            assert refused(tool, sent) == path


def test_xapi_00030_a_uuid_has_32_hexadecimal_digits(tool: Tool) -> None:
    for wrong in ("AA97B177-9383-4934-8543-0F91A7A028368", "MA97B177-9383-4934-8543-0F91A7A02836", "AA97B177-9383-4934-8543-0F91A7A0283"):
        for path, sent in places_of_uuids(wrong).items():
            assert refused(tool, sent) == path


def test_xapi_00097_the_store_says_when_it_stored(tool: Tool) -> None:
    assert instant(one(tool, stored(tool, statement()))["stored"], "2.0.0") <= datetime.now(UTC) + timedelta(seconds=1)


def test_xapi_00098_a_group_that_vouches_has_two_agents(tool: Tool) -> None:
    assert refused(tool, statement(authority={"objectType": "Group", "member": [ROSA]})) == "authority.member"
    assert refused(tool, statement(authority={"objectType": "Group", "member": [ROSA, LESSON]})).startswith("authority.member[1]")
    assert refused(tool, statement(authority=TEAM)) == "authority"
    stored(tool, statement(authority=CROWD))


def test_xapi_00099_the_store_says_who_vouches(tool: Tool) -> None:
    authority = one(tool, stored(tool, statement()))["authority"]
    assert authority["objectType"] == "Agent"
    assert one(tool, stored(tool, statement(authority=ROSA)))["authority"] == authority


def test_xapi_00100_no_group_of_three_vouches(tool: Tool) -> None:
    assert (
        refused(tool, statement(authority={"objectType": "Group", "member": [ROSA, TOMAS, {"mbox": "mailto:lidia@hotel.example"}]}))
        == "authority.member"
    )


def test_xapi_00101_the_version_of_a_statement_is_1_0(tool: Tool) -> None:
    for wrong in ("", "0.9.9", "1.1.0", "should fail", "3.0.0", 1, 1.0):
        assert refused(tool, statement(version=wrong)) == "version"
    for right in ("1.0", "1.0.0", "1.0.9"):
        stored(tool, statement(version=right))


def test_ieee_4_2_4_a_statement_of_2_0_0_says_so(second: Tool) -> None:
    assert one(second, stored(second, statement()))["version"] == "2.0.0"
    assert one(second, stored(second, statement(version="2.0.0")))["version"] == "2.0.0"


def test_xapi_00332_a_statement_keeps_the_version_that_it_came_with(tool: Tool) -> None:
    assert one(tool, stored(tool, statement(version="1.0.2")))["version"] == "1.0.2"


def test_a_statement_of_1_0_3_that_says_no_version_is_of_1_0_0(first: Tool) -> None:
    assert one(first, stored(first, statement()))["version"] == "1.0.0"


@pytest.mark.parametrize(
    ("name", "needed", "wrong"),
    [
        pytest.param("length", True, ["3", 3.5, -1, None, True], id="xapi_00102_an_attachment_has_a_length_in_bytes"),
        pytest.param("sha2", True, ["", 5, "x", "a" * 40, None], id="xapi_00103_an_attachment_has_a_sum"),
        pytest.param("fileUrl", False, NO_IRIS, id="xapi_00104_the_address_of_an_attachment_is_one"),
        pytest.param("contentType", True, ["", 999, "text", None], id="xapi_00105_an_attachment_has_a_media_type"),
        pytest.param("display", True, NO_MAPS, id="xapi_00106_an_attachment_is_called_something_in_a_language"),
        pytest.param("usageType", True, NO_IRIS, id="xapi_00107_an_attachment_says_what_it_is_for"),
        pytest.param("description", False, NO_MAPS, id="data_2_4_11_an_attachment_may_be_described_in_a_language"),
    ],
)
def test_an_attachment_is_refused_unless(tool: Tool, name: str, needed: bool, wrong: list[Any]) -> None:
    for value in wrong:
        assert refused(tool, statement(attachments=[{**LINKED, name: value}])).startswith(f"attachments[0].{name}")
    if needed:
        assert refused(tool, statement(attachments=[without(LINKED, name)])) == f"attachments[0].{name}"
    assert DIPLOMA.keys() | {"fileUrl"} == LINKED.keys()


def test_ieee_4_2_4_the_timestamp_is_the_time_of_storing_where_it_was_left_out(tool: Tool) -> None:
    kept = one(tool, stored(tool, statement()))
    assert kept["timestamp"] == kept["stored"]


def test_ieee_4_2_4_a_moment_that_is_still_to_come_is_taken(tool: Tool) -> None:
    ahead = (datetime.now(UTC) + timedelta(seconds=30)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert one(tool, stored(tool, statement(timestamp=ahead)))["timestamp"] == ahead


def test_a_refusal_says_where_and_what(tool: Tool) -> None:
    answer = tool.post(statement(result={"score": {"scaled": 2}}))
    assert json.loads(answer.body) == {"code": "malformed", "path": "result.score.scaled", "message": "This has to be between -1 and 1."}
    in_spanish = tool.ask("POST", "statements", statement(actor=5), headers={"Accept-Language": "es-GT"})
    assert json.loads(in_spanish.body)["message"] == "Aquí va un objeto."
