import copy
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.records.rules.checking import check
from milpa.records.rules.problems import Malformed
from tests.records.strategies import VERSIONS, Spoiled, nearly, statements

versions = pytest.mark.parametrize("version", VERSIONS)
SMALL = {
    "actor": {"mbox": "mailto:rosa@example.org"},
    "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
    "object": {"id": "urn:milpa:lesson:1"},
}


@versions
@given(data=st.data())
def test_a_statement_as_the_standard_says_is_taken(version: str, data: st.DataObject) -> None:
    check(data.draw(statements(version)), version)


@versions
@given(data=st.data())
def test_a_statement_with_one_defect_is_refused_and_the_path_of_the_defect_named(version: str, data: st.DataObject) -> None:
    spoiled: Spoiled = data.draw(nearly(version))
    with pytest.raises(Malformed) as refused:
        check(spoiled.statement, version)
    assert refused.value.path == spoiled.path


@versions
@given(data=st.data())
def test_checking_changes_nothing_of_the_statement(version: str, data: st.DataObject) -> None:
    statement = data.draw(statements(version))
    before = copy.deepcopy(statement)
    check(statement, version)
    assert statement == before


@versions
@pytest.mark.parametrize("what", [None, "text", 5, [], [SMALL], True])
def test_what_is_no_object_is_no_statement(version: str, what: object) -> None:
    with pytest.raises(Malformed) as refused:
        check(what, version)
    assert refused.value.path == ""


@versions
def test_a_thousand_levels_are_refused_wherever_they_are(version: str) -> None:
    deep: object = "bottom"
    for _level in range(1000):
        deep = {"more": deep}
    for place in ("actor", "object", "result", "colour"):
        with pytest.raises(Malformed):
            check({**SMALL, place: deep}, version)
    with pytest.raises(Malformed) as refused:
        check({**SMALL, "result": {"extensions": {"urn:x:deep": deep}}}, version)
    assert refused.value.path == 'result.extensions["urn:x:deep"]'


def test_a_typical_statement_is_checked_in_less_than_a_millisecond_of_processor_time() -> None:
    statement = {
        **SMALL,
        "result": {"score": {"scaled": 0.8, "raw": 8, "min": 0, "max": 10}, "success": True, "duration": "PT12M3.5S"},
        "context": {
            "registration": "5f1d7a24-0000-4000-8000-000000000003",
            "contextActivities": {"parent": [{"id": "urn:milpa:course:1"}]},
        },
    }
    start = time.process_time()
    for _time in range(1000):
        check(statement, "2.0.0")
    assert time.process_time() - start < 1  # 16 microseconds each where it was measured; this only catches a slip of many times
