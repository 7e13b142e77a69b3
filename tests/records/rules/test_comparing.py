from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.records.rules.comparing import same
from milpa.records.rules.problems import Version
from tests.records.strategies import VERSIONS, statements

SMALL: dict[str, Any] = {
    "id": "5f1d7a24-0000-4000-8000-00000000000a",
    "actor": {"mbox": "mailto:rosa@example.org"},
    "verb": {"id": "urn:x:did"},
    "object": {"id": "urn:x:that"},
}
TEN = "2026-11-24T10:00:00Z"


@pytest.mark.parametrize("version", VERSIONS)
@given(data=st.data())
def test_a_statement_says_the_same_as_itself(version: Version, data: st.DataObject) -> None:
    statement = data.draw(statements(version))
    assert same(statement, statement)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"id": SMALL["id"]}, {"id": SMALL["id"].upper()}),
        ({"verb": {"id": "urn:x:did", "display": {"es": "hizo"}}}, {}),
        ({"object": {"objectType": "Activity", "id": "urn:x:that", "definition": {"type": "urn:x"}}}, {}),
        ({"timestamp": TEN}, {"timestamp": "2026-11-24T04:00:00-06:00"}),
        ({"result": {"duration": "PT0.129S"}}, {"result": {"duration": "PT0.12S"}}),
        ({"context": {"registration": SMALL["id"]}}, {"context": {"registration": SMALL["id"].upper()}}),
        (
            {"context": {"contextActivities": {"parent": {"id": "urn:x"}}}},
            {"context": {"contextActivities": {"parent": [{"id": "urn:x"}]}}},
        ),
        ({"stored": TEN, "authority": {"mbox": "mailto:ana@example.org"}, "version": "1.0.0"}, {}),
        ({"stored": TEN, "timestamp": TEN}, {}),
        ({"stored": TEN, "timestamp": TEN}, {"timestamp": TEN}),
    ],
)
def test_what_does_not_count(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert same({**SMALL, **one}, {**SMALL, **other})
    assert same({**SMALL, **other}, {**SMALL, **one})


@pytest.mark.parametrize(
    "other",
    [
        {"id": SMALL["id"].replace("a", "b")},
        {"actor": {"mbox": "mailto:tomas@example.org"}},
        {"verb": {"id": "urn:x:other"}},
        {"object": {"id": "urn:x:other"}},
        {"timestamp": TEN},
        {"stored": "2026-11-24T11:00:00Z", "timestamp": TEN},
        {"result": {}},
        {"context": {"language": "es"}},
    ],
)
def test_what_counts(other: dict[str, Any]) -> None:
    assert not same(SMALL, {**SMALL, **other})
    assert not same({**SMALL, **other}, SMALL)
