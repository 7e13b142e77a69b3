from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.records.rules.checking import check
from milpa.records.rules.comparing import same
from milpa.records.rules.formats import canonical, ids
from milpa.records.rules.problems import Version
from tests.records.strategies import VERSIONS, objects, statements

ROSA = {"objectType": "Agent", "name": "Rosa", "mbox": "mailto:rosa@example.org"}
NAMES = {"es": "Lección", "en": "Lesson"}
LESSON = {"objectType": "Activity", "id": "urn:milpa:lesson:1", "definition": {"name": NAMES, "description": NAMES, "type": "urn:x:lesson"}}
TEAM = {"objectType": "Group", "name": "We", "mbox": "mailto:we@example.org", "member": [ROSA]}
CROWD = {"objectType": "Group", "name": "All", "member": [ROSA]}
STATEMENT: dict[str, Any] = {
    "actor": ROSA,
    "verb": {"id": "urn:x:did", "display": {"es": "hizo", "en": "did"}},
    "object": LESSON,
    "authority": ROSA,
    "result": {"response": "sí"},
    "context": {
        "instructor": TEAM,
        "team": CROWD,
        "contextActivities": {"parent": [LESSON]},
        "contextAgents": [{"objectType": "contextAgent", "agent": ROSA}],
        "contextGroups": [{"objectType": "contextGroup", "group": TEAM}],
    },
}
versions = pytest.mark.parametrize("version", VERSIONS)


def nothing_held(id: str) -> None:
    return None


def test_ids_leaves_what_tells_which_they_are() -> None:
    least_rosa, least_team = {"objectType": "Agent", "mbox": ROSA["mbox"]}, {"objectType": "Group", "mbox": TEAM["mbox"]}
    assert ids(STATEMENT) == {
        "actor": least_rosa,
        "verb": {"id": "urn:x:did"},
        "object": {"id": LESSON["id"]},
        "authority": least_rosa,
        "result": {"response": "sí"},
        "context": {
            "instructor": least_team,
            "team": {"objectType": "Group", "member": [least_rosa]},
            "contextActivities": {"parent": [{"id": LESSON["id"]}]},
            "contextAgents": [{"objectType": "contextAgent", "agent": least_rosa}],
            "contextGroups": [{"objectType": "contextGroup", "group": least_team}],
        },
    }


@versions
@given(data=st.data())
def test_ids_is_a_valid_statement_that_says_the_same_of_fewer_words(version: Version, data: st.DataObject) -> None:
    least = ids(data.draw(statements(version)))
    check(least, version)
    assert ids(least) == least
    assert not any("definition" in one or ("display" in one and "usageType" not in one) for one, _path in objects(least))


def test_canonical_has_one_language_in_verbs_and_activities_wherever_they_stand() -> None:
    told = {
        **STATEMENT,
        "object": {"objectType": "SubStatement", **{key: STATEMENT[key] for key in ("actor", "verb", "object", "context")}},
    }
    shown = canonical(told, ["es-GT", "en"], nothing_held)
    in_spanish = {"name": {"es": "Lección"}, "description": {"es": "Lección"}, "type": "urn:x:lesson"}
    assert shown["verb"]["display"] == shown["object"]["verb"]["display"] == {"es": "hizo"}
    assert shown["object"]["object"]["definition"] == in_spanish
    assert shown["object"]["context"]["contextActivities"]["parent"][0]["definition"] == in_spanish
    assert shown["actor"] == ROSA and shown["context"]["team"] == CROWD


def test_canonical_shows_the_definition_that_the_store_holds() -> None:
    held = {
        "name": {"en": "The lesson", "es": "La lección"},
        "interactionType": "choice",
        "choices": [{"id": "a", "description": NAMES}, {"id": "b"}],
    }
    shown = canonical({**STATEMENT, "object": {"id": LESSON["id"]}}, ["en"], {LESSON["id"]: held}.get)
    assert shown["object"] == {
        "id": LESSON["id"],
        "definition": {
            "name": {"en": "The lesson"},
            "interactionType": "choice",
            "choices": [{"id": "a", "description": {"en": "Lesson"}}, {"id": "b"}],
        },
    }


@versions
@given(data=st.data())
def test_canonical_is_a_valid_statement_that_says_the_same(version: Version, data: st.DataObject) -> None:
    statement = data.draw(statements(version))
    shown = canonical(statement, ["es"], nothing_held)
    check(shown, version)
    assert same(shown, statement)
