from typing import Any

import pytest

from milpa.records.rules.agents import actor, agent, authority, group
from tests.records.rules.refusing import path_of_refusal, takes

ROSA = {"mbox": "mailto:rosa@example.org"}
TOMAS = {"account": {"homePage": "https://example.org", "name": "tomas"}}
IDENTIFIERS: list[dict[str, Any]] = [ROSA, TOMAS, {"openid": "https://rosa.example.org/"}, {"mbox_sha1sum": "aB" * 20}]


@pytest.mark.parametrize("who", IDENTIFIERS)
def test_an_agent_is_named_in_one_way(who: dict[str, Any]) -> None:
    assert takes(agent, who)
    assert takes(agent, {"objectType": "Agent", "name": "Rosa", **who})
    for other in IDENTIFIERS:
        if other is not who:
            assert path_of_refusal(agent, {**who, **other}) == ""


def test_an_agent_without_a_name_of_its_own_is_nobody() -> None:
    assert path_of_refusal(agent, {"name": "Rosa"}) == ""
    assert path_of_refusal(agent, {}) == ""


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"mbox": "rosa@example.org"}, "mbox"),
        ({"mbox": "mailto:rosa"}, "mbox"),
        ({"mbox": "mailto:rosa@"}, "mbox"),
        ({"mbox": "mailto:@example.org"}, "mbox"),
        ({"mbox": "mailto:ro sa@example.org"}, "mbox"),
        ({"mbox": "Mailto:rosa@example.org"}, "mbox"),
        ({"mbox": None}, "mbox"),
        ({"mbox_sha1sum": "g" * 40}, "mbox_sha1sum"),
        ({"mbox_sha1sum": "a" * 41}, "mbox_sha1sum"),
        ({"openid": "rosa.example.org"}, "openid"),
        ({"account": {"homePage": "example.org", "name": "rosa"}}, "account.homePage"),
        ({"account": {"name": "rosa"}}, "account.homePage"),
        ({"account": {"homePage": "https://example.org"}}, "account.name"),
        ({"account": {"homePage": "https://example.org", "name": 5}}, "account.name"),
        ({"account": {"homePage": "https://example.org", "name": "rosa", "more": 1}}, "account.more"),
        ({"objectType": "agent", **ROSA}, "objectType"),
        ({"name": 5, **ROSA}, "name"),
        ({"member": [], **ROSA}, "member"),
    ],
)
def test_an_agent_that_is_not_as_the_standard_says(wrong: dict[str, Any], path: str) -> None:
    assert path_of_refusal(agent, wrong) == path


@pytest.mark.parametrize("who", IDENTIFIERS)
def test_a_group_with_a_name_of_its_own_may_have_members(who: dict[str, Any]) -> None:
    assert takes(group, {"objectType": "Group", **who})
    assert takes(group, {"objectType": "Group", "member": [], **who})
    assert takes(group, {"objectType": "Group", "member": [TOMAS], **who})


def test_a_group_without_one_needs_members() -> None:
    assert takes(group, {"objectType": "Group", "member": [ROSA]})
    assert path_of_refusal(group, {"objectType": "Group", "name": "We"}) == "member"
    assert path_of_refusal(group, {"objectType": "Group", "member": []}) == "member"


def test_members_are_agents_and_no_groups() -> None:
    inner = {"objectType": "Group", "member": [ROSA]}
    assert path_of_refusal(group, {"objectType": "Group", "member": [TOMAS, inner]}) == "member[1].objectType"
    assert path_of_refusal(group, {"objectType": "Group", "member": ROSA}) == "member"
    assert path_of_refusal(group, {"objectType": "Group", "member": [{"mbox": "rosa"}]}) == "member[0].mbox"


def test_a_group_says_that_it_is_one_and_is_named_in_one_way() -> None:
    assert path_of_refusal(group, ROSA) == "objectType"
    assert path_of_refusal(group, {"objectType": "Group", **ROSA, **TOMAS}) == ""


def test_an_actor_is_an_agent_or_a_group() -> None:
    assert takes(actor, ROSA)
    assert takes(actor, {"objectType": "Group", **ROSA})
    assert path_of_refusal(actor, {"objectType": "Activity", "id": "urn:x"}) == "objectType"
    assert path_of_refusal(actor, {"objectType": ["Group"], **ROSA}) == "objectType"
    assert path_of_refusal(actor, "rosa") == ""


def test_who_vouches_is_an_agent_or_two_of_them() -> None:
    assert takes(authority, ROSA)
    assert takes(authority, {"objectType": "Group", "member": [ROSA, TOMAS]})
    assert path_of_refusal(authority, {"objectType": "Group", "member": [ROSA]}) == "member"
    assert path_of_refusal(authority, {"objectType": "Group", "member": [ROSA, TOMAS, ROSA]}) == "member"
    assert path_of_refusal(authority, {"objectType": "Group", "member": [ROSA, TOMAS], **ROSA}) == ""
