from typing import Any

import pytest

from milpa.records.rules.activities import COMPONENTS, SUPPORTED, activity, definition
from tests.records.rules.refusing import path_of_refusal, takes

ONE = [{"id": "a", "description": {"es": "A"}}]


def test_an_activity_has_an_address() -> None:
    assert takes(activity, {"id": "urn:milpa:lesson:1"})
    assert takes(activity, {"objectType": "Activity", "id": "urn:milpa:lesson:1", "definition": {}})
    assert path_of_refusal(activity, {"objectType": "Activity"}) == "id"
    assert path_of_refusal(activity, {"id": "lesson 1"}) == "id"
    assert path_of_refusal(activity, {"objectType": "activity", "id": "urn:x"}) == "objectType"
    assert path_of_refusal(activity, {"id": "urn:x", "definition": "a lesson"}) == "definition"


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"name": "Lesson"}, "name"),
        ({"name": {"en": 1}}, "name.en"),
        ({"description": {"something": "x"}}, "description.something"),
        ({"type": "lesson"}, "type"),
        ({"moreInfo": "example.org"}, "moreInfo"),
        ({"moreInfo": None}, "moreInfo"),
        ({"extensions": {"x": 1}}, "extensions.x"),
        ({"interactionType": "Choice"}, "interactionType"),
        ({"interactionType": "other", "correctResponsesPattern": "a"}, "correctResponsesPattern"),
        ({"interactionType": "other", "correctResponsesPattern": ["a", 1]}, "correctResponsesPattern[1]"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_definition_that_is_not_as_the_standard_says(wrong: dict[str, Any], path: str) -> None:
    assert path_of_refusal(definition, wrong) == path


@pytest.mark.parametrize("kind", SUPPORTED)
@pytest.mark.parametrize("name", sorted(COMPONENTS))
def test_each_kind_of_interaction_has_the_components_of_its_kind(kind: str, name: str) -> None:
    refused = path_of_refusal(definition, {"interactionType": kind, "correctResponsesPattern": ["a"], name: ONE})
    assert refused == (None if name in SUPPORTED[kind] else name)


@pytest.mark.parametrize("part", [{"correctResponsesPattern": []}, *({name: ONE} for name in sorted(COMPONENTS))])
def test_what_belongs_to_an_interaction_says_which_one(part: dict[str, Any]) -> None:
    assert path_of_refusal(definition, part) == "interactionType"


def test_components_have_ids_of_their_own() -> None:
    choices = {"interactionType": "choice"}
    assert takes(definition, {**choices, "choices": [{"id": "a"}, {"id": "b"}]})
    assert path_of_refusal(definition, {**choices, "choices": [{"id": "a"}, {"id": "a"}]}) == "choices"
    assert path_of_refusal(definition, {**choices, "choices": [{"id": "a"}, {"description": {}}]}) == "choices[1].id"
    assert path_of_refusal(definition, {**choices, "choices": [{"id": 5}]}) == "choices[0].id"
    assert path_of_refusal(definition, {**choices, "choices": [{"id": "a", "description": "A"}]}) == "choices[0].description"
    assert path_of_refusal(definition, {**choices, "choices": ["a"]}) == "choices[0]"
    assert path_of_refusal(definition, {**choices, "choices": {"id": "a"}}) == "choices"
