import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.records.rules.accepting import accepted
from milpa.records.rules.checking import check
from milpa.records.rules.comparing import same
from milpa.records.rules.problems import Version
from milpa.records.rules.times import instant
from tests.records.strategies import VERSIONS, statements

versions = pytest.mark.parametrize("version", VERSIONS)
COURSE = {"id": "urn:milpa:course:1"}
SMALL: dict[str, Any] = {"actor": {"mbox": "mailto:rosa@example.org"}, "verb": {"id": "urn:x:did"}, "object": {"id": "urn:x:that"}}


@versions
def test_a_lone_context_activity_becomes_a_list_also_in_what_is_told_of(version: Version) -> None:
    around = {"context": {"contextActivities": {"parent": COURSE, "other": [COURSE]}}}
    lists = {"parent": [COURSE], "other": [COURSE]}
    assert accepted({**SMALL, **around}, version)["context"]["contextActivities"] == lists
    told = {**SMALL, "object": {"objectType": "SubStatement", **SMALL, **around}}
    assert accepted(told, version)["object"]["context"]["contextActivities"] == lists


@pytest.mark.parametrize(
    ("version", "said", "kept"),
    [
        ("2.0.0", "2026-11-24T04:00:00-06:00", "2026-11-24T10:00:00.000000Z"),
        ("2.0.0", "2026-11-24 10:00:00.601+00:00", "2026-11-24T10:00:00.601000Z"),
        ("2.0.0", "2026-11-24T10:00:00.1234567Z", "2026-11-24T10:00:00.1234567Z"),
        ("1.0.3", "2026-11-24T04:00:00-06:00", "2026-11-24T04:00:00-06:00"),
        ("1.0.3", "2026-11-24T10:00", "2026-11-24T10:00:00.000000Z"),
        ("1.0.3", "20261124T100000Z", "2026-11-24T10:00:00.000000Z"),
        ("1.0.3", "2026-11-24T04:00:00,5-06:00", "2026-11-24T10:00:00.500000Z"),
        ("1.0.3", "2026-11-24T04:00:00-06", "2026-11-24T10:00:00.000000Z"),
    ],
)
def test_the_moment_that_is_kept(version: Version, said: str, kept: str) -> None:
    assert accepted({**SMALL, "timestamp": said}, version)["timestamp"] == kept


@versions
@given(data=st.data())
def test_what_is_kept_says_the_same_is_valid_in_either_version_and_is_kept_as_it_is(version: Version, data: st.DataObject) -> None:
    statement = data.draw(statements(version))
    before = copy.deepcopy(statement)
    kept = accepted(statement, version)
    assert statement == before
    assert same(kept, statement)
    assert accepted(kept, version) is kept
    check(kept, version)
    if "timestamp" in kept:
        assert instant(kept["timestamp"], "2.0.0") == instant(statement["timestamp"], version)


def test_nothing_is_copied_where_nothing_changes() -> None:
    assert accepted(SMALL, "2.0.0") is SMALL
