import json
from datetime import UTC, datetime
from typing import Any

import pytest

from milpa.records.rules.parameters import RESOURCES, read
from milpa.records.rules.problems import Malformed, Version

ROSA = {"mbox": "mailto:rosa@example.org"}
WHO, ID, THING = json.dumps(ROSA), "5F1D7A24-0000-4000-8000-000000000001", "urn:milpa:lesson:1"
TIME = "2026-11-24T04:00:00-06:00"
both = pytest.mark.parametrize("version", ["1.0.3", "2.0.0"])


def path_of_refusal(path: str, method: str, parameters: dict[str, str], version: Version = "2.0.0") -> str:
    with pytest.raises(Malformed) as refused:
        read(path, method, parameters, version)
    return refused.value.path


@both
def test_every_filter_of_statements_is_read_as_what_it_is(version: Version) -> None:
    sent = {
        "agent": WHO, "verb": "urn:x:did", "activity": THING, "registration": ID, "related_activities": "true", "related_agents": "false",
        "since": TIME, "until": TIME, "limit": "5", "format": "ids", "attachments": "true", "ascending": "false",
    }  # fmt: skip
    ten = datetime(2026, 11, 24, 10, tzinfo=UTC)
    assert read("statements", "GET", sent, version) == {
        "agent": ROSA, "verb": "urn:x:did",
        "activity": THING, "registration": ID.lower(), "related_activities": True, "related_agents": False,
        "since": ten, "until": ten, "limit": 5, "format": "ids", "attachments": True, "ascending": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("agent", "rosa"), ("agent", "[]"), ("agent", '{"objectType": "Group", "member": [{"mbox": "mailto:rosa@example.org"}]}'),
        ("verb", "did"),
        ("activity", "lesson"), ("registration", "x"), ("related_activities", "yes"), ("related_agents", "True"), ("since", "yesterday"),
        ("until", "2026-11-24T10:00:00-00:00"), ("limit", "-1"), ("limit", "x"), ("limit", "1.5"), ("limit", "9" * 30), ("limit", "٣"),
        ("format", "Ids"), ("attachments", ""), ("ascending", "1"), ("statementId", "x"), ("voidedStatementId", "x"),
        ("StatementId", ID), ("colour", "red"), ("Limit", "1"),
    ],
)  # fmt: skip
def test_a_parameter_that_is_unknown_or_not_what_it_has_to_be(name: str, wrong: str) -> None:
    assert path_of_refusal("statements", "GET", {name: wrong}) == name


def test_the_error_goes_into_the_agent() -> None:
    assert path_of_refusal("statements", "GET", {"agent": '{"mbox": "rosa"}'}) == "agent.mbox"


@both
@pytest.mark.parametrize("one", ["statementId", "voidedStatementId"])
def test_one_statement_is_asked_for_only_with_how_it_is_shown(version: Version, one: str) -> None:
    shown = {one: ID, "format": "exact", "attachments": "false"}
    assert read("statements", "GET", shown, version)[one] == ID.lower()
    assert read("statements", "HEAD", shown, version)[one] == ID.lower()
    for name, value in [("agent", WHO), ("limit", "1"), ("since", TIME), ("ascending", "true"), ("verb", THING)]:
        assert path_of_refusal("statements", "GET", {one: ID, name: value}, version) == name
    assert path_of_refusal("statements", "GET", {"statementId": ID, "voidedStatementId": ID}, version) == "voidedStatementId"


def test_a_statement_is_put_under_its_id_and_posted_without_parameters() -> None:
    assert read("statements", "PUT", {"statementId": ID}, "2.0.0") == {"statementId": ID.lower()}
    assert path_of_refusal("statements", "PUT", {}) == "statementId"
    assert path_of_refusal("statements", "PUT", {"statementId": ID, "format": "ids"}) == "format"
    assert read("statements", "POST", {}, "2.0.0") == {}
    assert path_of_refusal("statements", "POST", {"statementId": ID}) == "statementId"


DOCUMENTS: list[tuple[str, dict[str, str], str]] = [
    ("activities/state", {"activityId": THING, "agent": WHO}, "stateId"),
    ("agents/profile", {"agent": WHO}, "profileId"),
    ("activities/profile", {"activityId": THING}, "profileId"),
]


@both
@pytest.mark.parametrize(("path", "needed", "name"), DOCUMENTS)
def test_documents_are_named_or_listed(version: Version, path: str, needed: dict[str, str], name: str) -> None:
    for method in ("GET", "PUT", "POST", "DELETE"):
        assert read(path, method, {**needed, name: "bookmark"}, version)[name] == "bookmark"
        for missing in needed:
            others = {key: value for key, value in needed.items() if key != missing}
            assert path_of_refusal(path, method, {**others, name: "bookmark"}, version) == missing
    for method in ("PUT", "POST"):
        assert path_of_refusal(path, method, needed, version) == name
    assert "since" in read(path, "GET", {**needed, "since": TIME}, version)
    assert path_of_refusal(path, "GET", {**needed, name: "bookmark", "since": TIME}, version) == "since"
    assert path_of_refusal(path, "PUT", {**needed, name: "bookmark", "since": TIME}, version) == "since"


def test_all_state_can_be_deleted_but_profiles_only_one_by_one() -> None:
    assert read("activities/state", "DELETE", {"activityId": THING, "agent": WHO}, "2.0.0") == {"activityId": THING, "agent": ROSA}
    assert path_of_refusal("agents/profile", "DELETE", {"agent": WHO}) == "profileId"
    assert path_of_refusal("activities/profile", "DELETE", {"activityId": THING}) == "profileId"


def test_who_and_what_are_needed_where_they_are_asked_for() -> None:
    assert read("agents", "GET", {"agent": WHO}, "1.0.3") == {"agent": ROSA}
    assert path_of_refusal("agents", "GET", {}) == "agent"
    assert read("activities", "GET", {"activityId": THING}, "1.0.3") == {"activityId": THING}
    assert path_of_refusal("activities", "GET", {"activityId": "lesson"}) == "activityId"


@pytest.mark.parametrize("path", RESOURCES)
def test_no_resource_takes_a_parameter_that_it_does_not_know(path: str) -> None:
    all_of_them: dict[str, Any] = {"activityId": THING, "agent": WHO, "stateId": "x", "profileId": "x"}
    needed = {name: all_of_them[name] for name in RESOURCES[path].each}
    assert path_of_refusal(path, "GET", {**needed, "colour": "red"}) == "colour"
