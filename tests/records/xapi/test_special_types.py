"""Requirements on extensions, language maps, moments, durations and addresses: xAPI 1.0.3 Data 4; IEEE 9274.1.1, 4.2.7."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from milpa.records.rules.times import instant
from tests.harness.xapi import Tool
from tests.records.xapi.sent import NO_MOMENTS, in_definition, one, refused, statement, stored, told
from tests.records.xapi.test_signatures import signed

PLACES: dict[str, Callable[[Any], dict[str, Any]]] = {
    "object.definition.extensions": lambda value: statement(object=in_definition(extensions=value)),
    "result.extensions": lambda value: statement(result={"extensions": value}),
    "context.extensions": lambda value: statement(context={"extensions": value}),
    "object.object.definition.extensions": lambda value: told(object=in_definition(extensions=value)),
    "object.result.extensions": lambda value: told(result={"extensions": value}),
    "object.context.extensions": lambda value: told(context={"extensions": value}),
}


def test_xapi_00118_the_key_of_an_extension_is_an_address(tool: Tool) -> None:
    for path, put in PLACES.items():
        assert refused(tool, put({"should fail": True})) == f'{path}["should fail"]'
        assert refused(tool, put({"urn:x:good": 1, "bad": 2})) == f"{path}.bad"


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_xapi_00119_an_extension_may_be_nothing_or_empty(tool: Tool, method: str) -> None:
    for put in PLACES.values():
        for value in ({}, {"urn:x": None}, {"urn:x": ""}, {"urn:x": {}}, {"urn:x": []}, {"urn:x": {"a": None}}):
            sent = put(value)
            if method == "POST":
                stored(tool, sent)
            else:
                sent_as = f"5f1d7a24-0000-4000-8000-{tool.institution.hex[:6]}{len(tool.get(limit=500)['statements']):06x}"
                assert tool.ask("PUT", "statements", sent, statementId=sent_as).status == 204


def test_xapi_00120_extensions_are_keys_with_values(tool: Tool) -> None:
    for path, put in PLACES.items():
        for wrong in ("x", 5, [], ["urn:x"], True, None):
            assert refused(tool, put(wrong)) == path
    kept = {"urn:x:true": True, "urn:x:number": 1.5, "urn:x:text": "sí", "urn:x:object": {"clave": ["valor", {"más": None}]}}
    assert one(tool, stored(tool, statement(result={"extensions": kept})))["result"]["extensions"] == kept


def test_xapi_00121_the_keys_of_a_language_map_are_tags(tool: Tool) -> None:
    for wrong in ("something", "a12345678", "es_GT", "de-1901-1901", "zh-z-aaa-z-bbb"):
        assert refused(tool, statement(verb={"id": "urn:x", "display": {wrong: "x"}})).startswith("verb.display")
    right = {"es-GT": "x", "i-klingon": "x", "x-quiche": "x", "de-CH-1901": "x", "zh-Hans-CN": "x", "ase": "x"}
    assert one(tool, stored(tool, statement(verb={"id": "urn:x", "display": right})))["verb"]["display"] == right


def test_xapi_00122_a_moment_keeps_its_milliseconds(tool: Tool) -> None:
    said = "2026-11-24T10:00:00.123456Z"
    kept = one(tool, stored(tool, statement(timestamp=said)))
    assert instant(kept["timestamp"], "2.0.0") == instant(said, "2.0.0")
    assert len(kept["stored"]) >= len("2026-11-24T10:00:00.000Z")


def test_xapi_00123_a_moment_is_written_as_iso_8601_and_its_zone_is_known(tool: Tool) -> None:
    for wrong in (*NO_MOMENTS, "2008-09-15T15:53:00.601-00", "2008-09-15T15:53:00.601-0000", "2008-09-15T15:53:00.601-00:00"):
        assert refused(tool, statement(timestamp=wrong)) == "timestamp"
        assert refused(tool, told(timestamp=wrong)) == "object.timestamp"
    for right in ("2008-09-15T15:53:00.601+00:00", "2008-09-15 15:53:00.601+00:00", "2008-09-15T15:53:00Z", "2008-09-15T09:53:00-06:00"):
        kept = one(tool, stored(tool, statement(timestamp=right)))["timestamp"]
        assert instant(kept, "2.0.0") == instant(right, "2.0.0")


def test_data_4_5_a_short_zone_or_none_is_iso_8601_too(first: Tool) -> None:
    for said, meant in {"2026-11-24T04:00:00-06": "2026-11-24T10:00:00Z", "2026-11-24T10:00:00": "2026-11-24T10:00:00Z"}.items():
        assert instant(one(first, stored(first, statement(timestamp=said)))["timestamp"], "2.0.0") == instant(meant, "2.0.0")


def test_ieee_4_2_7_only_rfc_3339_is_taken(second: Tool) -> None:
    for wrong in ("2026-11-24T04:00:00-06", "2026-11-24T10:00:00", "20261124T100000Z", "2026-11-24T10:00Z", "2026-11-24T10:00:00-0600"):
        assert refused(second, statement(timestamp=wrong)) == "timestamp"


def test_ieee_4_2_7_a_moment_is_given_out_in_utc(second: Tool) -> None:
    kept = one(second, stored(second, told(timestamp="2023-05-04T12:00:00-05:00") | {"timestamp": "2023-05-04T12:00:00-05:00"}))
    assert kept["timestamp"] == kept["object"]["timestamp"] == "2023-05-04T17:00:00.000000Z"


def test_xapi_00124_a_duration_is_written_as_iso_8601(tool: Tool) -> None:
    for wrong in ("", "should fail", 12345, {"key": "x"}, "PA1H0M0S", "P4W1D", "P0003-00-04T00:00:00", "PT", "P1H"):
        assert refused(tool, statement(result={"duration": wrong})) == "result.duration"
        assert refused(tool, told(result={"duration": wrong})) == "object.result.duration"
    for right in ("PT4H35M59.14S", "PT16559.14S", "P3Y1M29DT4H35M59.14S", "P3Y", "P4W", "PT1H0M0.1S"):
        assert one(tool, stored(tool, statement(result={"duration": right})))["result"]["duration"] == right


def test_ieee_4_2_7_a_duration_finer_than_a_hundredth_is_taken_and_never_rounded(tool: Tool) -> None:
    kept = one(tool, stored(tool, statement(result={"duration": "P1DT12H36M0.12567S"})))["result"]["duration"]
    assert kept in ("P1DT12H36M0.12567S", "P1DT12H36M0.12S")


def test_ieee_4_2_7_durations_are_compared_by_hundredths(tool: Tool) -> None:
    said = statement(id="5f1d7a24-0000-4000-8000-" + tool.institution.hex[:12], result={"duration": "P1DT12H36M0.12S"})
    assert signed(tool, {**said, "result": {"duration": "P1DT12H36M0.1237S"}}, payload=said).status == 200
    assert signed(tool, {**said, "id": said["id"][:-1] + "0", "result": {"duration": "P1DT12H36M0.13S"}}, payload=said).status == 400
    assert tool.post({**said, "result": {"duration": "P1DT12H36M0.129S"}}).status == 200
    assert tool.post({**said, "result": {"duration": "P1DT12H36M0.13S"}}).status == 409


def test_ieee_4_2_7_an_activity_is_found_by_the_address_that_it_was_given(tool: Tool) -> None:
    stored(tool, statement(object={"id": "http://cursos.example/path/../leccion"}))
    answer = tool.ask("GET", "activities", activityId="http://cursos.example/path/../leccion")
    assert json.loads(answer.body)["id"] == "http://cursos.example/path/../leccion"
