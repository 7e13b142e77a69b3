"""Requirements on actors: xAPI 1.0.3 Data 2.4.2; IEEE 9274.1.1, 4.2.2.1."""

from typing import Any

from tests.harness.xapi import Tool
from tests.records.xapi.sent import (
    CROWD,
    LESSON,
    NO_IRIS,
    NO_TEXT,
    ROSA,
    TOMAS,
    WHERE_AGENTS_STAND,
    WHERE_GROUPS_STAND,
    as_actor,
    refused,
    refused_everywhere,
    statement,
    stored,
    told,
)  # fmt: skip

WAYS: dict[str, Any] = {
    "mbox": "mailto:rosa@hotel.example",
    "mbox_sha1sum": "cd9b00a5611f94eaa7b1661edab976068e364975",
    "openid": "https://rosa.hotel.example/",
    "account": {"homePage": "https://hotel.example", "name": "rosa"},
}


def agent(**parts: Any) -> dict[str, Any]:
    return {"objectType": "Agent", **parts}


def group(**parts: Any) -> dict[str, Any]:
    return {"objectType": "Group", **parts}


def test_xapi_00031_an_actor_is_an_agent_or_a_group(tool: Tool) -> None:
    for kind in ("Activity", "Person", "agent", "group", "StatementRef", ""):
        assert refused(tool, as_actor({**ROSA, "objectType": kind})) == "actor.objectType"
        assert refused(tool, told(actor={**ROSA, "objectType": kind})) == "object.actor.objectType"
    stored(tool, as_actor({"mbox": ROSA["mbox"]}))
    stored(tool, as_actor(CROWD))


def test_xapi_00032_the_kind_of_an_actor_is_text(tool: Tool) -> None:
    for wrong in (123, {"key": "value"}, ["Agent"], None, True):
        refused_everywhere(tool, WHERE_AGENTS_STAND, {**ROSA, "objectType": wrong}, "objectType")


def test_xapi_00033_the_name_of_an_actor_is_text(tool: Tool) -> None:
    for wrong in NO_TEXT:
        refused_everywhere(tool, WHERE_AGENTS_STAND, {**ROSA, "name": wrong}, "name")
        refused_everywhere(tool, WHERE_GROUPS_STAND, {**CROWD, "name": wrong}, "name")


def test_xapi_00034_an_agent_is_named_in_exactly_one_way(tool: Tool) -> None:
    refused_everywhere(tool, WHERE_AGENTS_STAND, agent(name="Rosa"))
    for way, value in WAYS.items():
        for other in WAYS.keys() - {way}:
            refused_everywhere(tool, WHERE_AGENTS_STAND, agent(**{way: value, other: WAYS[other]}))
    for way, value in WAYS.items():
        for put in WHERE_AGENTS_STAND.values():
            stored(tool, put(agent(**{way: value})))


def test_xapi_00035_only_a_group_has_members(tool: Tool) -> None:
    refused_everywhere(tool, WHERE_AGENTS_STAND, {**ROSA, "member": [TOMAS]}, "member")
    assert refused(tool, statement(object={**LESSON, "member": [TOMAS]})) == "object.member"
    for put in WHERE_GROUPS_STAND.values():
        stored(tool, put(CROWD))


def test_xapi_00036_members_are_a_list_of_agents(tool: Tool) -> None:
    refused_everywhere(tool, WHERE_GROUPS_STAND, group(member=ROSA), "member")
    refused_everywhere(tool, WHERE_GROUPS_STAND, group(member=[ROSA, "tomas"]), "member[1]")
    refused_everywhere(tool, WHERE_GROUPS_STAND, group(member=[CROWD]), "member[0].objectType")
    refused_everywhere(tool, WHERE_GROUPS_STAND, group(member=[{"mbox": "tomas"}], mbox=WAYS["mbox"]), "member[0].mbox")


def test_xapi_00037_a_group_is_named_in_exactly_one_way_or_has_members(tool: Tool) -> None:
    refused_everywhere(tool, WHERE_GROUPS_STAND, group(name="Recepción"), "member")
    refused_everywhere(tool, WHERE_GROUPS_STAND, group(member=[]), "member")
    for way, value in WAYS.items():
        for other in WAYS.keys() - {way}:
            refused_everywhere(tool, WHERE_GROUPS_STAND, group(**{way: value, other: WAYS[other]}))
    for way, value in WAYS.items():
        for put in WHERE_GROUPS_STAND.values():
            stored(tool, put(group(**{way: value})))


def test_xapi_00038_an_mbox_is_an_address_of_electronic_mail(tool: Tool) -> None:
    for wrong in ("mailto:rosa.hotel.example", "http://hotel.example", "rosa@hotel.example", "mailto:", "", 5, None):
        refused_everywhere(tool, WHERE_AGENTS_STAND, agent(mbox=wrong), "mbox")
        refused_everywhere(tool, WHERE_GROUPS_STAND, group(mbox=wrong), "mbox")


def test_xapi_00039_an_mbox_sha1sum_is_a_sum(tool: Tool) -> None:
    for wrong in ("", "x", "g" * 40, 123, {}, None):
        refused_everywhere(tool, WHERE_AGENTS_STAND, agent(mbox_sha1sum=wrong), "mbox_sha1sum")
        refused_everywhere(tool, WHERE_GROUPS_STAND, group(mbox_sha1sum=wrong), "mbox_sha1sum")


def test_xapi_00040_an_openid_is_an_address(tool: Tool) -> None:
    for wrong in NO_IRIS:
        refused_everywhere(tool, WHERE_AGENTS_STAND, agent(openid=wrong), "openid")
        refused_everywhere(tool, WHERE_GROUPS_STAND, group(openid=wrong), "openid")


def test_xapi_00041_an_account_is_an_object(tool: Tool) -> None:
    for wrong in ("rosa", 5, ["rosa"], None):
        refused_everywhere(tool, WHERE_AGENTS_STAND, agent(account=wrong), "account")
        refused_everywhere(tool, WHERE_GROUPS_STAND, group(account=wrong), "account")


def test_xapi_00042_an_account_has_the_address_of_its_system(tool: Tool) -> None:
    for wrong in NO_IRIS:
        refused_everywhere(tool, WHERE_AGENTS_STAND, agent(account={"homePage": wrong, "name": "rosa"}), "account.homePage")
    refused_everywhere(tool, WHERE_AGENTS_STAND, agent(account={"name": "rosa"}), "account.homePage")
    refused_everywhere(tool, WHERE_GROUPS_STAND, group(account={"name": "rosa"}), "account.homePage")


def test_xapi_00043_an_account_has_the_name_in_its_system(tool: Tool) -> None:
    for wrong in NO_TEXT:
        refused_everywhere(tool, WHERE_AGENTS_STAND, agent(account={"homePage": "https://hotel.example", "name": wrong}), "account.name")
    refused_everywhere(tool, WHERE_AGENTS_STAND, agent(account={"homePage": "https://hotel.example"}), "account.name")
    refused_everywhere(tool, WHERE_GROUPS_STAND, group(account={"homePage": "https://hotel.example"}), "account.name")
