from typing import Any

import pytest

from milpa.records.rules.objects import OBJECT
from milpa.records.rules.problems import Version
from tests.records.rules.refusing import path_of_refusal, takes

ROSA = {"mbox": "mailto:rosa@example.org"}
TOLD = {"objectType": "SubStatement", "actor": ROSA, "verb": {"id": "urn:x:did"}, "object": {"id": "urn:x:that"}}
REFERENCE = {"objectType": "StatementRef", "id": "5f1d7a24-0000-4000-8000-000000000001"}
both = pytest.mark.parametrize("version", ["1.0.3", "2.0.0"])


@both
@pytest.mark.parametrize(
    "thing",
    [
        {"id": "urn:x"},
        {"objectType": "Activity", "id": "urn:x"},
        {"objectType": "Agent", **ROSA},
        {"objectType": "Group", **ROSA},
        REFERENCE,
        TOLD,
    ],
)
def test_what_an_object_may_be(version: Version, thing: dict[str, Any]) -> None:
    assert takes(OBJECT[version], thing)


@both
@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        (ROSA, "mbox"),
        ({"objectType": "agent", **ROSA}, "objectType"),
        ({"objectType": "Verb", "id": "urn:x"}, "objectType"),
        ({"objectType": ["Agent"], **ROSA}, "objectType"),
        ({"objectType": None, "id": "urn:x"}, "objectType"),
        ("urn:x", ""),
        ({}, "id"),
    ],
)
def test_what_it_may_not_be(version: Version, wrong: Any, path: str) -> None:
    assert path_of_refusal(OBJECT[version], wrong) == path


@both
@pytest.mark.parametrize("name", ["id", "stored", "version", "authority"])
def test_what_is_told_of_has_nothing_that_only_a_stored_statement_has(version: Version, name: str) -> None:
    values = {"id": REFERENCE["id"], "stored": "2026-11-24T10:00:00Z", "version": "1.0.0", "authority": ROSA}
    assert path_of_refusal(OBJECT[version], {**TOLD, name: values[name]}) == name


@both
def test_what_is_told_of_tells_of_no_further_one(version: Version) -> None:
    assert path_of_refusal(OBJECT[version], {**TOLD, "object": TOLD}) == "object.objectType"


@both
@pytest.mark.parametrize("name", ["actor", "verb", "object"])
def test_what_is_told_of_has_actor_verb_and_object(version: Version, name: str) -> None:
    assert path_of_refusal(OBJECT[version], {key: value for key, value in TOLD.items() if key != name}) == name


@both
def test_what_is_told_of_follows_the_rules_of_a_statement(version: Version) -> None:
    with_platform = {**TOLD, "object": {"objectType": "Agent", **ROSA}, "context": {"platform": "Milpa"}}
    assert path_of_refusal(OBJECT[version], with_platform) == "context.platform"
    assert path_of_refusal(OBJECT[version], {**TOLD, "timestamp": "yesterday"}) == "timestamp"
    assert path_of_refusal(OBJECT[version], {**TOLD, "attachments": {}}) == "attachments"
