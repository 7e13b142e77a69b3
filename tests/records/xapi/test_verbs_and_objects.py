"""Requirements on verbs, objects and voiding: xAPI 1.0.3 Data 2.3.2, 2.4.3 and 2.4.4; IEEE 9274.1.1, 4.2.2.2, 4.2.2.3 and 4.2.5."""

from typing import Any

import pytest

from tests.harness.xapi import Tool
from tests.records.xapi.sent import (
    LESSON,
    NO_IRIS,
    NO_MAPS,
    NO_UUIDS,
    REFERENCE,
    ROSA,
    TEAM,
    TOMAS,
    VOIDED,
    WHERE_ACTIVITIES_STAND,
    in_definition,
    one,
    refused,
    refused_everywhere,
    statement,
    stored,
    told,
    without,
)  # fmt: skip

ONE = [{"id": "a", "description": {"es": "A"}}]


def test_xapi_00044_a_verb_has_an_address(tool: Tool) -> None:
    assert refused(tool, statement(verb={"display": {"es": "hizo"}})) == "verb.id"
    assert refused(tool, told(verb={})) == "object.verb.id"
    for wrong in NO_IRIS:
        assert refused(tool, statement(verb={"id": wrong})) == "verb.id"
        assert refused(tool, told(verb={"id": wrong})) == "object.verb.id"


def test_xapi_00045_what_a_verb_is_called_stands_by_language(tool: Tool) -> None:
    for wrong in NO_MAPS:
        assert refused(tool, statement(verb={"id": "urn:x", "display": wrong})).startswith("verb.display")
        assert refused(tool, told(verb={"id": "urn:x", "display": wrong})).startswith("object.verb.display")


def test_xapi_00046_an_object_is_of_one_of_five_kinds(tool: Tool) -> None:
    for wrong in ("activity", "agent", "group", "substatement", "statementref", "Verb", "", 5, None):
        assert refused(tool, statement(object={**LESSON, "objectType": wrong})) == "object.objectType"
    for right in (LESSON, ROSA, TEAM, REFERENCE, {"objectType": "SubStatement", **statement()}):
        stored(tool, statement(object=right))


def test_xapi_00047_an_activity_has_an_address(tool: Tool) -> None:
    refused_everywhere(tool, WHERE_ACTIVITIES_STAND, without(LESSON, "id"), "id")
    for wrong in NO_IRIS:
        refused_everywhere(tool, WHERE_ACTIVITIES_STAND, {"id": wrong}, "id")


def test_xapi_00048_a_definition_is_an_object(tool: Tool) -> None:
    for wrong in ("x", 5, [], None, True):
        refused_everywhere(tool, WHERE_ACTIVITIES_STAND, {"id": LESSON["id"], "definition": wrong}, "definition")
    stored(tool, statement(object=in_definition()))


def test_xapi_00049_an_interaction_is_of_one_of_ten_kinds(tool: Tool) -> None:
    for wrong in ("ab=c://x", 12345, {"key": "x"}, "should error", "", None, "True-False"):
        refused_everywhere(tool, WHERE_ACTIVITIES_STAND, in_definition(interactionType=wrong), "definition.interactionType")
    for kind in ("true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"):
        stored(tool, statement(object=in_definition(interactionType=kind, correctResponsesPattern=["x"])))


def test_xapi_00050_the_right_answers_are_a_list_of_text(tool: Tool) -> None:
    for wrong in ("x", [5], {"a": "x"}, ["x", None], None):
        for path, put in WHERE_ACTIVITIES_STAND.items():
            sent = put(in_definition(interactionType="other", correctResponsesPattern=wrong))
            assert refused(tool, sent).startswith(f"{path}.definition.correctResponsesPattern")
    stored(tool, statement(object=in_definition(interactionType="choice", correctResponsesPattern=["golf[,]tetris"])))


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        pytest.param("steps", ["performance"], id="xapi_00051_steps"),
        pytest.param("target", ["matching"], id="xapi_00052_what_something_is_matched_with"),
        pytest.param("source", ["matching"], id="xapi_00053_what_is_matched"),
        pytest.param("scale", ["likert"], id="xapi_00054_a_scale"),
        pytest.param("choices", ["choice", "sequencing"], id="xapi_00055_choices"),
    ],
)
def test_an_interaction_of_its_kind_has_a_list_of_components(tool: Tool, name: str, kinds: list[str]) -> None:
    for kind in kinds:
        for wrong in ("x", 5, {"id": "a"}, None):
            refused_everywhere(tool, WHERE_ACTIVITIES_STAND, in_definition(interactionType=kind, **{name: wrong}), f"definition.{name}")
        stored(Tool(version=tool.version), statement(object=in_definition(interactionType=kind, **{name: ONE})))
    refused_everywhere(tool, WHERE_ACTIVITIES_STAND, in_definition(interactionType="other", **{name: ONE}), f"definition.{name}")


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        pytest.param("name", NO_MAPS, id="xapi_00056_the_name_stands_by_language"),
        pytest.param("extensions", ["x", 5, [], {"x": 1}, None], id="xapi_00057_extensions_are_addresses_with_anything"),
        pytest.param("description", NO_MAPS, id="xapi_00059_the_description_stands_by_language"),
        pytest.param("type", NO_IRIS, id="xapi_00060_the_type_is_an_address"),
        pytest.param("moreInfo", NO_IRIS, id="xapi_00061_what_to_read_is_an_address"),
    ],
)
def test_a_definition_is_refused_unless(tool: Tool, name: str, wrong: list[Any]) -> None:
    for value in wrong:
        for path, put in WHERE_ACTIVITIES_STAND.items():
            assert refused(tool, put(in_definition(**{name: value}))).startswith(f"{path}.definition.{name}")


def refused_as_choices(tool: Tool, wrong: list[Any], below: str) -> None:
    refused_everywhere(tool, WHERE_ACTIVITIES_STAND, in_definition(interactionType="choice", choices=wrong), f"definition.choices{below}")


def test_xapi_00058_a_component_has_an_id_of_its_own(tool: Tool) -> None:
    for wrong in (5, None, {}, ["a"]):
        refused_as_choices(tool, [{"id": wrong}], "[0].id")
    refused_as_choices(tool, [*ONE, {"description": {"es": "B"}}], "[1].id")
    refused_as_choices(tool, [*ONE, *ONE], "")


def test_xapi_00062_a_component_is_described_by_language(tool: Tool) -> None:
    for wrong in ("x", 5, []):
        refused_as_choices(tool, [{"id": "a", "description": wrong}], "[0].description")
    refused_as_choices(tool, [{"id": "a", "description": {"something": "x"}}], "[0].description.something")


def test_xapi_00063_a_component_is_an_object(tool: Tool) -> None:
    for wrong in ("a", 5, ["a"], None):
        refused_as_choices(tool, [*ONE, wrong], "[1]")


def test_xapi_00064_what_belongs_to_an_interaction_says_which(tool: Tool) -> None:
    for part in ({"correctResponsesPattern": ["x"]}, *({name: ONE} for name in ("choices", "scale", "source", "target", "steps"))):
        refused_everywhere(tool, WHERE_ACTIVITIES_STAND, in_definition(**part), "definition.interactionType")


def test_xapi_00065_an_agent_or_group_that_is_the_object_says_so(tool: Tool) -> None:
    for who in (ROSA, TOMAS, TEAM):
        assert refused(tool, statement(object=without(who, "objectType"))).startswith("object.")
        assert refused(tool, told(object=without(who, "objectType"))).startswith("object.object.")
        stored(Tool(version=tool.version), statement(object=who))


def test_xapi_00066_what_is_told_of_follows_what_statements_follow(tool: Tool) -> None:
    for path, sent in {
        "object.actor": told(actor=...),
        "object.verb": told(verb=...),
        "object.object": told(object=...),
        "object.actor.mbox": told(actor={"mbox": "rosa"}),
        "object.verb.id": told(verb={"id": "completed"}),
        "object.result.score.scaled": told(result={"score": {"scaled": 5}}),
        "object.context.platform": told(object=ROSA, context={"platform": "Milpa"}),
        "object.timestamp": told(timestamp="yesterday"),
        "object.attachments[0].sha2": told(attachments=[{"sha2": "x"}]),
    }.items():
        assert refused(tool, sent) == path
    for right in (
        told(),
        told(object=REFERENCE),
        told(object=ROSA),
        told(object=TEAM),
        told(result={"success": True}, context={"language": "es"}),
    ):
        stored(tool, right)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("authority", ROSA, id="xapi_00067_nobody_who_vouches"),
        pytest.param("version", "1.0.0", id="xapi_00068_no_version"),
        pytest.param("stored", "2026-11-24T10:00:00Z", id="xapi_00069_no_time_of_storing"),
        pytest.param("id", REFERENCE["id"], id="xapi_00070_no_id"),
    ],
)
def test_what_is_told_of_has(tool: Tool, name: str, value: Any) -> None:
    assert refused(tool, told(**{name: value})) == f"object.{name}"


def test_xapi_00071_what_is_told_of_tells_of_nothing(tool: Tool) -> None:
    assert refused(tool, told(object={"objectType": "SubStatement", **statement()})) == "object.object.objectType"


def test_xapi_00072_a_reference_has_the_id_of_a_statement(tool: Tool) -> None:
    assert refused(tool, statement(object=without(REFERENCE, "id"))) == "object.id"
    assert refused(tool, told(object=without(REFERENCE, "id"))) == "object.object.id"
    for wrong in NO_UUIDS:
        assert refused(tool, statement(object={**REFERENCE, "id": wrong})) == "object.id"


def test_xapi_00073_a_reference_or_what_is_told_of_says_so(tool: Tool) -> None:
    assert refused(tool, statement(object=without(REFERENCE, "objectType"))) == "object.id"
    assert refused(tool, statement(object=statement())).startswith("object.")
    assert refused(tool, statement(context={"statement": without(REFERENCE, "objectType")})) == "context.statement.objectType"


def voiding(id: str, **parts: Any) -> dict[str, Any]:
    return statement(verb={"id": VOIDED}, object={"objectType": "StatementRef", "id": id}, **parts)


def test_xapi_00016_a_voiding_statement_is_not_voided(tool: Tool) -> None:
    once = stored(tool, statement())
    voids = stored(tool, voiding(once))
    tool.post(voiding(voids))
    assert one(tool, voids)["id"] == voids
    assert tool.ask("GET", "statements", voidedStatementId=voids).status == 404
    assert tool.ask("GET", "statements", voidedStatementId=once).status == 200


def test_xapi_00017_only_a_statement_is_voided(tool: Tool) -> None:
    for thing in (LESSON, ROSA, TEAM, {"objectType": "SubStatement", **statement()}):
        assert refused(tool, statement(verb={"id": VOIDED}, object=thing)) == "object"


def test_xapi_00018_a_voided_statement_is_found_no_more(tool: Tool) -> None:
    id = stored(tool, statement())
    stored(tool, voiding(id))
    assert tool.ask("GET", "statements", statementId=id).status == 404
    assert tool.ask("GET", "statements", voidedStatementId=id).status == 200


def test_xapi_00019_the_verb_voided_voids(tool: Tool) -> None:
    id = stored(tool, statement())
    stored(tool, statement(verb={"id": "https://cursos.example/verbs/voided"}, object={"objectType": "StatementRef", "id": id}))
    assert one(tool, id)["id"] == id
    stored(tool, voiding(id))
    assert tool.ask("GET", "statements", statementId=id).status == 404


def test_xapi_00020_a_voiding_statement_refers_to_a_statement(tool: Tool) -> None:
    voids = stored(tool, voiding(stored(tool, statement())))
    assert one(tool, voids)["object"]["objectType"] == "StatementRef"
    assert refused(Tool(version=tool.version), statement(verb={"id": VOIDED}, object=LESSON)) == "object"


def test_ieee_4_2_5_what_is_voided_may_come_after_what_voids_it(tool: Tool) -> None:
    later = REFERENCE["id"].replace("0001", tool.institution.hex[:4], 1)
    stored(tool, voiding(later))
    stored(tool, statement(id=later))
    assert tool.ask("GET", "statements", statementId=later).status == 404
    assert tool.ask("GET", "statements", voidedStatementId=later).status == 200


def test_ieee_4_2_5_nobody_voids_what_another_institution_stored(tool: Tool) -> None:
    id = stored(tool, statement())
    stored(Tool(version=tool.version), voiding(id))
    assert one(tool, id)["id"] == id
