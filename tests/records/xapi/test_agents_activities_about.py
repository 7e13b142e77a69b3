"""Requirements on persons, activities and about: xAPI 1.0.3 Communication 2.4, 2.5 and 2.8; IEEE 9274.1.1, 4.1.6.3, 4.1.6.4 and 4.1.6.7."""

import json
from typing import Any

import pytest

from tests.harness.xapi import Tool
from tests.records.xapi.sent import LESSON, NAMES, ROSA, TOMAS, in_definition, statement, stored

WAYS: dict[str, Any] = {
    "mbox": ROSA["mbox"],
    "mbox_sha1sum": "cd9b00a5611f94eaa7b1661edab976068e364975",
    "openid": "https://rosa.hotel.example/",
    "account": TOMAS["account"],
}


def person(tool: Tool, agent: Any) -> Any:
    answer = tool.ask("GET", "agents", agent=agent)
    assert answer.status == 200, answer.body
    return json.loads(answer.body)


def test_xapi_00236_who_is_asked_for_is_answered_with_a_person(tool: Tool) -> None:
    assert person(tool, ROSA)["objectType"] == "Person"


def test_xapi_00237_a_person_says_that_it_is_one(tool: Tool) -> None:
    for way, value in WAYS.items():
        assert person(tool, {way: value})["objectType"] == "Person"


def test_xapi_00238_a_person_has_every_name_that_was_told(tool: Tool) -> None:
    for name in ("Rosa", "Rosa Choc", "Rosa"):
        stored(tool, statement(actor={**ROSA, "name": name}))
    assert sorted(person(tool, ROSA)["name"]) == ["Rosa", "Rosa Choc"]
    assert "name" not in person(tool, TOMAS)


@pytest.mark.parametrize(
    "way",
    [
        pytest.param("mbox", id="xapi_00239_addresses_of_mail"),
        pytest.param("mbox_sha1sum", id="xapi_00240_their_sums"),
        pytest.param("openid", id="xapi_00241_openids"),
        pytest.param("account", id="xapi_00242_accounts"),
    ],
)
def test_a_person_has_a_list_of(tool: Tool, way: str) -> None:
    stored(tool, statement(actor={way: WAYS[way]}))
    assert person(tool, {way: WAYS[way]}) == {"objectType": "Person", way: [WAYS[way]]}


def test_xapi_00243_somebody_is_asked_for(tool: Tool) -> None:
    assert tool.ask("GET", "agents").status == 400


def test_xapi_00244_addresses_of_mail_are_written_with_mailto(tool: Tool) -> None:
    assert all(address.startswith("mailto:") for address in person(tool, ROSA)["mbox"])


def test_xapi_00245_the_resource_is_called_agents(tool: Tool) -> None:
    assert tool.ask("GET", "agents", agent=ROSA).status == 200
    assert tool.ask("GET", "agent", agent=ROSA).status == 404


def test_xapi_00246_every_property_of_a_person_is_a_list(tool: Tool) -> None:
    stored(tool, statement(actor={**ROSA, "name": "Rosa"}))
    assert all(isinstance(value, list) for name, value in person(tool, ROSA).items() if name != "objectType")


def test_xapi_00247_whom_nobody_told_of_is_a_person_too(tool: Tool) -> None:
    assert person(tool, TOMAS) == {"objectType": "Person", "account": [TOMAS["account"]]}


def test_xapi_00248_a_person_is_the_one_that_was_asked_for(tool: Tool) -> None:
    stored(tool, statement(actor={**ROSA, "name": "Rosa"}))
    stored(tool, statement(actor={**TOMAS, "name": "Tomás"}))
    assert person(tool, ROSA) == {"objectType": "Person", "name": ["Rosa"], "mbox": [ROSA["mbox"]]}


def test_xapi_00249_who_is_asked_for_is_an_agent(tool: Tool) -> None:
    for wrong in ("x", "{}", {"name": "Rosa"}, {"mbox": "rosa"}, {**TOMAS, "objectType": "Group"}, {**ROSA, **TOMAS}, 5, []):
        assert tool.ask("GET", "agents", agent=wrong).status == 400


def activity(tool: Tool, id: str) -> Any:
    answer = tool.ask("GET", "activities", activityId=id)
    assert answer.status == 200, answer.body
    return json.loads(answer.body)


def test_xapi_00250_an_activity_is_asked_for_by_its_address(tool: Tool) -> None:
    assert tool.ask("GET", "activities").status == 400
    assert tool.ask("GET", "activities", activityId="leccion").status == 400


def test_xapi_00251_what_is_known_of_an_activity_is_answered(tool: Tool) -> None:
    whole = in_definition(
        name=NAMES, description=NAMES, type="urn:x:lesson", moreInfo="https://cursos.example/1", extensions={"urn:x": 1},
        interactionType="choice", correctResponsesPattern=["a"], choices=[{"id": "a", "description": NAMES}],
    )  # fmt: skip
    stored(tool, statement(object=whole))
    assert activity(tool, LESSON["id"]) == {"objectType": "Activity", **whole}


def test_xapi_00252_the_resource_is_called_activities(tool: Tool) -> None:
    assert tool.ask("GET", "activities", activityId="urn:x").status == 200


def test_xapi_00253_an_activity_that_nobody_told_of_is_answered_too(tool: Tool) -> None:
    assert activity(tool, "urn:x:never") == {"objectType": "Activity", "id": "urn:x:never"}


def test_xapi_00254_what_several_statements_tell_of_an_activity_is_joined(tool: Tool) -> None:
    stored(tool, statement(object=in_definition(name={"es": "Lección"}, description={"es": "Una"})))
    stored(tool, statement(object=in_definition(name={"en": "Lesson"}, type="urn:x:lesson")))
    stored(tool, statement(object={"id": "urn:x:other"}, context={"contextActivities": {"parent": in_definition(name={"kek": "Tzolok"})}}))
    assert activity(tool, LESSON["id"])["definition"] == {
        "name": {"es": "Lección", "en": "Lesson", "kek": "Tzolok"},
        "description": {"es": "Una"},
        "type": "urn:x:lesson",
    }


def about(tool: Tool) -> Any:
    answer = tool.ask("GET", "about")
    assert answer.status == 200
    return json.loads(answer.body)


def test_xapi_00315_the_resource_is_called_about(tool: Tool) -> None:
    assert tool.ask("GET", "about").status == 200


def test_xapi_00316_about_says_versions_that_there_are(tool: Tool) -> None:
    assert set(about(tool)["version"]) <= {"0.9", "0.95", "1.0.0", "1.0.1", "1.0.2", "1.0.3", "2.0.0"}


def test_xapi_00317_about_says_the_version_that_was_asked_in(tool: Tool) -> None:
    assert tool.version in about(tool)["version"]


def test_xapi_00318_versions_are_a_list_of_text(tool: Tool) -> None:
    assert all(isinstance(version, str) for version in about(tool)["version"])


def test_xapi_00319_about_has_versions(tool: Tool) -> None:
    assert about(tool)["version"]


def test_xapi_00320_about_may_have_extensions_with_addresses(tool: Tool) -> None:
    assert all(":" in key for key in about(tool).get("extensions", {}))
