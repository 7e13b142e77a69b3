"""Statements as hypothesis draws them, sent through the door: valid ones are stored and given out as said, nearly valid ones refused."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.records.rules.checking import check
from milpa.records.rules.comparing import same
from milpa.records.rules.problems import Version
from tests.harness.xapi import Tool
from tests.records.strategies import VERSIONS, Spoiled, nearly, statements
from tests.records.xapi.sent import new_id, one

FEW = settings(max_examples=40)
versions = pytest.mark.parametrize("version", VERSIONS)


def linked(statement: dict[str, Any]) -> dict[str, Any]:
    """The statement with an id of its own, and an address for each attachment, as nothing comes along."""
    for part in (statement, statement["object"]):
        for attachment in part.get("attachments", []):
            attachment["fileUrl"] = "https://cursos.example/adjunto"
    return {**statement, "id": new_id()}


@versions
@FEW
@given(data=st.data())
def test_what_is_valid_is_stored_and_given_out_as_it_was_said(store: None, version: Version, data: st.DataObject) -> None:
    tool, sent = Tool(version=version), linked(data.draw(statements(version)))
    answer = tool.post(sent)
    assert (answer.status, json.loads(answer.body)) == (200, [sent["id"]])
    assert tool.post(sent).status == 200
    kept = one(tool, sent["id"])
    assert same(kept, sent)
    for shown in (kept, one(tool, sent["id"], format="ids"), one(tool, sent["id"], format="canonical")):
        check(shown, version)
    assert [found["id"] for found in tool.get()["statements"]] == [sent["id"]]


@versions
@FEW
@given(data=st.data())
def test_what_has_one_defect_is_refused_and_nothing_stored(store: None, version: Version, data: st.DataObject) -> None:
    tool = Tool(version=version)
    spoiled: Spoiled = data.draw(nearly(version))
    answer = tool.post(spoiled.statement)
    assert (answer.status, json.loads(answer.body)["path"]) == (400, spoiled.path)
    assert tool.get()["statements"] == []


@versions
@FEW
@given(data=st.data())
def test_one_defect_in_a_batch_keeps_all_of_it_out(store: None, version: Version, data: st.DataObject) -> None:
    tool = Tool(version=version)
    good, spoiled = linked(data.draw(statements(version))), data.draw(nearly(version))
    answer = tool.post([good, spoiled.statement])
    assert answer.status == 400
    assert json.loads(answer.body)["path"] in (f"[1].{spoiled.path}", f"[1]{spoiled.path}")
    assert tool.get()["statements"] == []
