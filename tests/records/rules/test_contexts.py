from typing import Any

import pytest

from milpa.records.rules.contexts import CONTEXT, RELATIONS, only_with_an_activity
from milpa.records.rules.problems import Version
from tests.records.rules.refusing import path_of_refusal, takes

ROSA = {"mbox": "mailto:rosa@example.org"}
TEAM = {"objectType": "Group", "member": [ROSA]}
COURSE = {"id": "urn:milpa:course:1"}
PLAYER = {"objectType": "contextAgent", "agent": ROSA}
SIDE = {"objectType": "contextGroup", "group": TEAM}
both = pytest.mark.parametrize("version", ["1.0.3", "2.0.0"])


@both
@pytest.mark.parametrize("name", RELATIONS)
def test_related_activities_are_a_list_or_one_alone(version: Version, name: str) -> None:
    check = CONTEXT[version]
    for related in (COURSE, [COURSE], [COURSE, COURSE], []):
        assert takes(check, {"contextActivities": {name: related}})
    assert path_of_refusal(check, {"contextActivities": {name: [COURSE, {"key": "x"}]}}) == f"contextActivities.{name}[1].key"
    assert path_of_refusal(check, {"contextActivities": {name: {"id": "x"}}}) == f"contextActivities.{name}.id"
    assert path_of_refusal(check, {"contextActivities": {name: [ROSA]}}) == f"contextActivities.{name}[0].mbox"


@both
@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"registration": "x"}, "registration"),
        ({"registration": None}, "registration"),
        ({"instructor": {"objectType": "Agent"}}, "instructor"),
        ({"team": ROSA}, "team.objectType"),
        ({"team": {"objectType": "Agent", **ROSA}}, "team.objectType"),
        ({"contextActivities": {"sibling": COURSE}}, "contextActivities.sibling"),
        ({"contextActivities": [COURSE]}, "contextActivities"),
        ({"revision": 5}, "revision"),
        ({"platform": {}}, "platform"),
        ({"language": "something"}, "language"),
        ({"statement": {"id": "5f1d7a24-0000-4000-8000-000000000001"}}, "statement.objectType"),
        ({"extensions": {"x": 1}}, "extensions.x"),
        ({"Team": TEAM}, "Team"),
    ],
)
def test_a_context_that_is_not_as_the_standard_says(version: Version, wrong: dict[str, Any], path: str) -> None:
    assert path_of_refusal(CONTEXT[version], wrong) == path


@both
def test_a_context_may_say_little_or_all(version: Version) -> None:
    assert takes(CONTEXT[version], {})
    reference = {"objectType": "StatementRef", "id": "5f1d7a24-0000-4000-8000-000000000001"}
    assert takes(
        CONTEXT[version],
        {
            "registration": reference["id"],
            "instructor": TEAM,
            "team": TEAM,
            "revision": "",
            "platform": "",
            "language": "es",
            "statement": reference,
        },
    )


def test_people_and_groups_with_their_part_came_with_2_0_0() -> None:
    assert takes(CONTEXT["2.0.0"], {"contextAgents": [PLAYER], "contextGroups": [SIDE]})
    assert path_of_refusal(CONTEXT["1.0.3"], {"contextAgents": [PLAYER]}) == "contextAgents"
    assert path_of_refusal(CONTEXT["1.0.3"], {"contextGroups": [SIDE]}) == "contextGroups"


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"contextAgents": PLAYER}, "contextAgents"),
        ({"contextAgents": [{"agent": ROSA}]}, "contextAgents[0].objectType"),
        ({"contextAgents": [{"objectType": "contextAgent"}]}, "contextAgents[0].agent"),
        ({"contextAgents": [{**PLAYER, "agent": TEAM}]}, "contextAgents[0].agent.objectType"),
        ({"contextAgents": [{**PLAYER, "relevantTypes": []}]}, "contextAgents[0].relevantTypes"),
        ({"contextAgents": [{**PLAYER, "relevantTypes": ["urn:x", "x"]}]}, "contextAgents[0].relevantTypes[1]"),
        ({"contextGroups": [SIDE, {**SIDE, "objectType": "Group"}]}, "contextGroups[1].objectType"),
        ({"contextGroups": [{**SIDE, "group": ROSA}]}, "contextGroups[0].group.objectType"),
        ({"contextGroups": [{**SIDE, "member": []}]}, "contextGroups[0].member"),
    ],
)
def test_their_part_is_told_as_2_0_0_says(wrong: dict[str, Any], path: str) -> None:
    assert path_of_refusal(CONTEXT["2.0.0"], wrong) == path


@pytest.mark.parametrize("name", ["revision", "platform"])
def test_revision_and_platform_stand_only_beside_an_activity(name: str) -> None:
    context = {name: "x"}
    assert takes(only_with_an_activity, {"object": COURSE, "context": context})
    assert path_of_refusal(only_with_an_activity, {"object": {"objectType": "Agent", **ROSA}, "context": context}) == f"context.{name}"
    assert takes(only_with_an_activity, {"object": {"objectType": "Agent", **ROSA}, "context": {"language": "es"}})
