"""Requirements on the form of statements: xAPI 1.0.3 Data 2.2; IEEE 9274.1.1, 4.2.1."""

import json
import struct

import pytest

from tests.harness.xapi import Tool
from tests.records.xapi.sent import (
    LESSON,
    LINKED,
    NAMES,
    NO_IRIS,
    NO_UUIDS,
    ROSA,
    TOMAS,
    WHERE_AGENTS_STAND,
    in_definition,
    one,
    refused,
    refused_everywhere,
    statement,
    stored,
    told,
    without,
)


def test_xapi_00001_nothing_is_null_but_inside_extensions(tool: Tool) -> None:
    for path, sent in {
        "actor.name": statement(actor={**ROSA, "name": None}),
        "verb.display.es": statement(verb={"id": "urn:x", "display": {"es": None}}),
        "context.registration": statement(context={"registration": None}),
        "object.definition.moreInfo": statement(object=in_definition(moreInfo=None)),
        "result": statement(result=None),
        "object.result.score.raw": told(result={"score": {"raw": None}}),
    }.items():
        assert refused(tool, sent) == path
    stored(tool, statement(result={"extensions": {"urn:x:nothing": None}}))


def test_xapi_00002_a_number_keeps_the_precision_of_a_double(tool: Tool) -> None:
    numbers = [struct.unpack("f", struct.pack("f", 0.1))[0], 1 / 3, 123456789.123456789, 5e-324, 9007199254740993]
    kept = one(tool, stored(tool, statement(result={"extensions": {"urn:x:numbers": numbers}, "score": {"scaled": -1 / 3, "raw": 2 / 3}})))
    assert kept["result"] == {"extensions": {"urn:x:numbers": numbers}, "score": {"scaled": -1 / 3, "raw": 2 / 3}}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("actor", id="xapi_00003_a_statement_says_who"),
        pytest.param("verb", id="xapi_00004_a_statement_says_what_was_done"),
        pytest.param("object", id="xapi_00005_a_statement_says_with_what"),
    ],
)
def test_a_statement_is_refused_unless(tool: Tool, name: str) -> None:
    assert refused(tool, statement(**{name: ...})) == name


def test_xapi_00006_each_value_has_its_type(tool: Tool) -> None:
    for path, sent in {
        "result.score.max": statement(result={"score": {"max": "100"}}),
        "result.success": statement(result={"success": "true"}),
        "result.completion": statement(result={"completion": "false"}),
        "result.response": statement(result={"response": 12}),
        "verb": statement(verb="http://adlnet.gov/expapi/verbs/completed"),
        "object": statement(object=[LESSON]),
        "object.result.score.max": told(result={"score": {"max": "one hundred"}}),
        "object.result.success": told(result={"success": "no"}),
    }.items():
        assert refused(tool, sent) == path


def test_xapi_00007_what_has_a_format_follows_it_and_is_not_empty(tool: Tool) -> None:
    for wrong in NO_UUIDS:
        assert refused(tool, statement(id=wrong)) == "id"
    for wrong in NO_IRIS:
        assert refused(tool, statement(verb={"id": wrong})) == "verb.id"
    for wrong in ("", "rosa@hotel.example", "mailto:rosa"):
        assert refused(tool, statement(actor={"mbox": wrong})) == "actor.mbox"


def test_xapi_00008_capitals_of_a_property_count(tool: Tool) -> None:
    values = {
        "id": "5f1d7a24-0000-4000-8000-000000000009", "actor": ROSA, "verb": {"id": "urn:x"}, "object": LESSON, "result": {}, "context": {},
        "timestamp": "2026-11-24T10:00:00Z", "stored": "2026-11-24T10:00:00Z", "authority": ROSA, "version": "1.0.0", "attachments": [],
    }  # fmt: skip
    for name, value in values.items():
        other = name[0].upper() + name[1:]
        assert refused(tool, {**statement(), other: value}) == other
    assert refused(tool, statement(actor={"Mbox": ROSA["mbox"]})) == "actor.Mbox"


def test_xapi_00009_capitals_of_a_word_that_is_one_of_several_count(tool: Tool) -> None:
    kinds = ["true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"]
    for kind in kinds:
        assert refused(tool, statement(object=in_definition(interactionType=kind.capitalize()))) == "object.definition.interactionType"
        stored(Tool(version=tool.version), statement(object=in_definition(interactionType=kind)))
    for kind in ("activity", "agent", "group", "statementref", "substatement"):
        assert refused(tool, statement(object={**LESSON, "objectType": kind})) == "object.objectType"


def test_xapi_00010_what_the_standard_does_not_know_is_refused(tool: Tool) -> None:
    for path, sent in {
        "colour": {**statement(), "colour": "red"},
        "actor.colour": statement(actor={**ROSA, "colour": "red"}),
        "verb.colour": statement(verb={"id": "urn:x", "colour": "red"}),
        "object.colour": statement(object={**LESSON, "colour": "red"}),
        "object.definition.colour": statement(object=in_definition(colour="red")),
        "result.colour": statement(result={"colour": "red"}),
        "result.score.colour": statement(result={"score": {"colour": 1}}),
        "context.colour": statement(context={"colour": "red"}),
        "attachments[0].colour": statement(attachments=[{**LINKED, "colour": "red"}]),
        "object.actor.account.colour": told(actor={"account": {**TOMAS["account"], "colour": "red"}}),
    }.items():
        assert refused(tool, sent) == path


def test_xapi_00011_an_address_has_a_scheme(tool: Tool) -> None:
    bare = "cursos.example/x"
    for path, sent in {
        "verb.id": statement(verb={"id": bare}),
        "object.id": statement(object={"id": bare}),
        "object.definition.type": statement(object=in_definition(type=bare)),
        "object.definition.moreInfo": statement(object=in_definition(moreInfo=bare)),
        f'object.definition.extensions["{bare}"]': statement(object=in_definition(extensions={bare: 1})),
        f'context.extensions["{bare}"]': statement(context={"extensions": {bare: 1}}),
        f'result.extensions["{bare}"]': statement(result={"extensions": {bare: 1}}),
        "attachments[0].usageType": statement(attachments=[{**LINKED, "usageType": bare}]),
        "attachments[0].fileUrl": statement(attachments=[{**LINKED, "fileUrl": bare}]),
    }.items():
        assert refused(tool, sent) == path
    refused_everywhere(tool, WHERE_AGENTS_STAND, {"objectType": "Agent", "openid": bare}, "openid")
    refused_everywhere(tool, WHERE_AGENTS_STAND, {"objectType": "Agent", "account": {"homePage": bare, "name": "x"}}, "account.homePage")


def test_xapi_00012_a_parameter_is_held_to_what_a_statement_is_held_to(tool: Tool) -> None:
    for name, wrong in {
        "statementId": "x", "voidedStatementId": "x", "agent": "rosa", "verb": "completed", "activity": "cursos.example/leccion",
        "registration": "x", "since": "yesterday", "until": "yesterday",
    }.items():  # fmt: skip
        answer = tool.ask("GET", "statements", **{name: wrong})
        assert (answer.status, json.loads(answer.body)["path"]) == (400, name)


def test_xapi_00013_a_language_is_a_tag_whose_parts_have_their_lengths(tool: Tool) -> None:
    for tag in ("something", "zh-z-aaa-z-bbb-c-ccc", "a12345678", "", "es_GT"):
        key = f".{tag}" if tag.isidentifier() else f'["{tag}"]'
        assert refused(tool, statement(verb={"id": "urn:x", "display": {tag: "x"}})) == f"verb.display{key}"
        assert refused(tool, statement(object=in_definition(name={tag: "x"}))) == f"object.definition.name{key}"
        assert refused(tool, statement(object=in_definition(description={tag: "x"}))) == f"object.definition.description{key}"
        assert refused(tool, statement(attachments=[{**LINKED, "display": {tag: "x"}}])) == f"attachments[0].display{key}"
        assert refused(tool, statement(context={"language": tag})) == "context.language"
        assert refused(tool, told(context={"language": tag})) == "object.context.language"
        choices = [{"id": "a", "description": {tag: "x"}}]
        sent = statement(object=in_definition(interactionType="choice", choices=choices))
        assert refused(tool, sent) == f"object.definition.choices[0].description{key}"
    tags = {"de": "x", "de-DE": "x", "zh-Hant": "x", "sr-Latn-RS": "x", "cmn": "x", "quc": "x"}
    stored(tool, statement(verb={"id": "urn:x", "display": tags}, context={"language": "sr-Cyrl"}))


def test_xapi_00014_what_is_sent_is_well_formed_json(tool: Tool) -> None:
    good = json.dumps(statement()).encode()
    for bad in (
        good[:-1],
        good + b"}",
        good.replace(b'"', b"'"),
        b"",
        b"actor",
        good.replace(b"{", b'{"actor": {}, ', 1),
        b'{"actor": NaN}',
        b"[" * 5000,
    ):
        assert tool.ask("POST", "statements", bad).status == 400
    assert refused(tool, statement(actor={**ROSA, "objectType": '"objectType": "Agent"'})) == "actor.objectType"
    for sent in (
        statement(),
        told(),
        statement(object={**TOMAS}),
        statement(object={"objectType": "Group", "member": [without(ROSA, "objectType")]}),
    ):
        stored(Tool(version=tool.version), sent)


def test_xapi_00015_text_is_utf_8(tool: Tool) -> None:
    names = {**NAMES, "ja": "会計", "ar": "محاسبة", "kek": "Qʼeqchiʼ \N{EAR OF MAIZE}"}
    kept = one(tool, stored(tool, statement(object=in_definition(name=names))))
    assert kept["object"]["definition"]["name"] == names
    assert (
        tool.ask("POST", "statements", json.dumps(statement(result={"response": "ñ"}), ensure_ascii=False).encode("latin-1")).status == 400
    )
