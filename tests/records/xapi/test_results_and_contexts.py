"""Requirements on results and contexts: xAPI 1.0.3 Data 2.4.5 and 2.4.6; IEEE 9274.1.1, 4.2.2.4 and 4.2.2.5."""

from typing import Any

import pytest

from tests.harness.xapi import Tool
from tests.records.xapi.sent import (
    COURSE,
    CROWD,
    LESSON,
    NO_TEXT,
    NO_UUIDS,
    REFERENCE,
    ROSA,
    TEAM,
    one,
    refused,
    statement,
    stored,
    told,
    without,
)  # fmt: skip

NOT_TRUE_OR_FALSE = ["true", "false", 1, 0, "yes", {}]
NO_DURATIONS = ["", "should fail", 12345, {"key": "x"}, "PA1H0M0S", "P4W1D", "1 hour"]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        pytest.param("success", NOT_TRUE_OR_FALSE, id="xapi_00074_success_is_true_or_false"),
        pytest.param("completion", NOT_TRUE_OR_FALSE, id="xapi_00075_completion_is_true_or_false"),
        pytest.param("response", NO_TEXT, id="xapi_00076_the_answer_is_text"),
        pytest.param("duration", NO_DURATIONS, id="xapi_00077_how_long_it_took_is_a_duration"),
        pytest.param("extensions", ["x", 5, [], {"x": 1}], id="xapi_00078_extensions_are_addresses_with_anything"),
        pytest.param("score", ["x", 12345, [], True], id="xapi_00079_the_score_is_an_object"),
    ],
)
def test_a_result_is_refused_unless(tool: Tool, name: str, wrong: list[Any]) -> None:
    for value in wrong:
        assert refused(tool, statement(result={name: value})).startswith(f"result.{name}")
        assert refused(tool, told(result={name: value})).startswith(f"object.result.{name}")


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        pytest.param(
            "max",
            [{"max": 100.67}, {"max": 2, "min": 1}],
            [{"max": "9"}, {"max": 1, "min": 2}, {"max": 1, "min": 1}],
            id="xapi_00080_the_most",
        ),
        pytest.param(
            "min", [{"min": -0.5}], [{"min": "0"}, {"min": 2, "max": 1, "raw": 1.5}, {"min": 1, "max": 1}], id="xapi_00081_the_least"
        ),
        pytest.param(
            "raw",
            [{"raw": 0.67}, {"raw": 1, "min": 1}, {"raw": 2, "min": 1, "max": 2}],
            [{"raw": "1"}, {"raw": 3, "max": 2}, {"raw": 0, "min": 1}],
            id="xapi_00082_the_points_lie_between_them",
        ),
        pytest.param(
            "scaled",
            [{"scaled": 1}, {"scaled": -1.0}, {"scaled": 0.6767676}],
            [{"scaled": 1.01}, {"scaled": -1.00001}, {"scaled": "1"}],
            id="xapi_00083_the_share_lies_between_minus_one_and_one",
        ),
    ],
)
def test_the_score(tool: Tool, name: str, right: list[Any], wrong: list[Any]) -> None:
    for score in wrong:
        assert refused(tool, statement(result={"score": score})).startswith("result.score.")
        assert refused(tool, told(result={"score": score})).startswith("object.result.score.")
    for score in right:
        assert one(tool, stored(tool, statement(result={"score": score})))["result"]["score"] == score


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("revision", id="xapi_00084_its_revision"),
        pytest.param("platform", id="xapi_00085_its_platform"),
    ],
)
def test_only_an_activity_has(tool: Tool, name: str) -> None:
    for thing in (ROSA, TEAM, REFERENCE, {"objectType": "SubStatement", **statement()}):
        assert refused(tool, statement(object=thing, context={name: "x"})) == f"context.{name}"
    for thing in (ROSA, TEAM, REFERENCE):
        assert refused(tool, told(object=thing, context={name: "x"})) == f"object.context.{name}"
    for thing in (LESSON, without(LESSON, "objectType")):
        stored(tool, statement(object=thing, context={name: "x"}))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        pytest.param("contextActivities", ["x", 5, [COURSE]], id="xapi_00086_related_activities_are_an_object"),
        pytest.param("registration", NO_UUIDS, id="xapi_00087_1_the_registration_is_a_uuid"),
        pytest.param(
            "instructor", ["rosa", {"key": "x"}, 5, LESSON, {"objectType": "Agent"}], id="xapi_00087_2_an_agent_or_group_instructs"
        ),
        pytest.param("team", [ROSA, "x", {"key": "x"}, {"objectType": "Group"}], id="xapi_00088_the_team_is_a_group"),
        pytest.param("revision", NO_TEXT, id="xapi_00089_the_revision_is_text"),
        pytest.param("platform", NO_TEXT, id="xapi_00090_the_platform_is_text"),
        pytest.param("language", ["", "something", 12345, {}], id="xapi_00091_the_language_is_a_tag"),
        pytest.param(
            "statement",
            [{"objectType": "statementref"}, {**REFERENCE, "id": "x"}, {"id": REFERENCE["id"]}, LESSON, "x"],
            id="xapi_00092_another_statement_is_referred_to",
        ),
        pytest.param("extensions", ["x", [], {"x": 1}], id="data_2_4_6_extensions_are_addresses_with_anything"),
    ],
)
def test_a_context_is_refused_unless(tool: Tool, name: str, wrong: list[Any]) -> None:
    for value in wrong:
        assert refused(tool, statement(context={name: value})).startswith(f"context.{name}")
        assert refused(tool, told(context={name: value})).startswith(f"object.context.{name}")


def test_xapi_00093_activities_are_related_in_four_ways(tool: Tool) -> None:
    assert refused(tool, statement(context={"contextActivities": {"sibling": [COURSE]}})) == "context.contextActivities.sibling"
    every = {"parent": [COURSE], "grouping": [COURSE], "category": [COURSE], "other": [COURSE]}
    assert one(tool, stored(tool, statement(context={"contextActivities": every})))["context"]["contextActivities"] == every


def test_xapi_00094_what_is_related_are_activities(tool: Tool) -> None:
    for way in ("parent", "grouping", "category", "other"):
        path = f"context.contextActivities.{way}"
        assert refused(tool, statement(context={"contextActivities": {way: [COURSE, {"key": "x"}]}})) == f"{path}[1].key"
        assert refused(tool, statement(context={"contextActivities": {way: [{"objectType": "Activity"}]}})) == f"{path}[0].id"
        assert refused(tool, statement(context={"contextActivities": {way: "x"}})) == path
        assert refused(tool, told(context={"contextActivities": {way: [ROSA]}})).startswith(f"object.{path}[0]")


def test_xapi_00096_related_activities_are_given_out_as_lists(tool: Tool) -> None:
    for way in ("parent", "grouping", "category", "other"):
        around = {"contextActivities": {way: COURSE}}
        assert one(tool, stored(tool, statement(context=around)))["context"]["contextActivities"] == {way: [COURSE]}
        assert one(tool, stored(tool, told(context=around)))["object"]["context"]["contextActivities"] == {way: [COURSE]}


PLAYER = {"objectType": "contextAgent", "agent": ROSA, "relevantTypes": ["https://cursos.example/parts/player"]}
SIDE = {"objectType": "contextGroup", "group": CROWD, "relevantTypes": ["https://cursos.example/parts/side"]}


def test_ieee_4_2_2_5_a_context_may_name_agents_and_groups_with_their_part(second: Tool) -> None:
    around = {"contextAgents": [PLAYER, without(PLAYER, "relevantTypes")], "contextGroups": [SIDE]}
    assert one(second, stored(second, statement(context=around)))["context"] == around
    assert one(second, stored(second, told(context=around)))["object"]["context"] == around


@pytest.mark.parametrize(("name", "inner", "right"), [("contextAgents", "agent", PLAYER), ("contextGroups", "group", SIDE)])
def test_ieee_4_2_2_5_their_part_is_told_in_its_form(second: Tool, name: str, inner: str, right: dict[str, Any]) -> None:
    for below, wrong in {
        "objectType": {**right, "objectType": "Agent"},
        inner: without(right, inner),
        f"{inner}.key": {**right, inner: {"objectType": right[inner]["objectType"], "key": "x"}},
        "relevantTypes": {**right, "relevantTypes": []},
        "relevantTypes[0]": {**right, "relevantTypes": ["abc"]},
        "colour": {**right, "colour": "red"},
    }.items():
        assert refused(second, statement(context={name: [wrong]})) == f"context.{name}[0].{below}"
        assert refused(second, told(context={name: [wrong]})) == f"object.context.{name}[0].{below}"
    assert refused(second, statement(context={name: right})) == f"context.{name}"
    assert refused(second, statement(context={name: [without(right, "objectType")]})) == f"context.{name}[0].objectType"


def test_1_0_3_knows_no_agents_and_groups_with_their_part(first: Tool) -> None:
    assert refused(first, statement(context={"contextAgents": [PLAYER]})) == "context.contextAgents"
    assert refused(first, statement(context={"contextGroups": [SIDE]})) == "context.contextGroups"
