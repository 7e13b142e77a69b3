"""Requirements on lists of statements and their pages: xAPI 1.0.3 Data 2.5; IEEE 9274.1.1, 4.1.6.1."""

import json
from typing import Any

import pytest

from tests.harness.xapi import Tool
from tests.records.xapi.sent import ids, one, statement, stored

DOOR = "/xapi/"


def follow(tool: Tool, more: str) -> Any:
    """The next page, as its link leads to it."""
    answer = tool.ask("GET", more.partition(DOOR)[2])
    assert answer.status == 200, answer.body
    return json.loads(answer.body)


@pytest.fixture
def five(tool: Tool) -> list[str]:
    """Ids of five statements, the newest first."""
    return [stored(tool, statement(result={"response": str(number)})) for number in range(5)][::-1]


def test_xapi_00108_more_leads_to_the_next_page(tool: Tool, five: list[str]) -> None:
    page = tool.get(limit=2)
    assert [found["id"] for found in page["statements"]] == five[:2]
    assert page["more"].startswith(DOOR)
    assert [found["id"] for found in follow(tool, page["more"])["statements"]] == five[2:4]


def test_xapi_00109_more_is_empty_where_there_is_no_more(tool: Tool, five: list[str]) -> None:
    assert tool.get()["more"] == ""
    assert tool.get(limit=5)["more"] == ""
    assert len(five) == 5


def test_xapi_00110_statements_are_a_list(tool: Tool, five: list[str]) -> None:
    for asked in ({}, {"limit": 1}, {"verb": statement()["verb"]["id"]}, {"format": "ids"}, {"ascending": "true"}):
        found = tool.get(**asked)["statements"]
        assert isinstance(found, list)
        assert {each["id"] for each in found} <= set(five)


def test_xapi_00111_a_further_page_follows_the_rules_of_the_first(tool: Tool, five: list[str]) -> None:
    page = follow(tool, tool.get(limit=2, ascending="true", format="ids")["more"])
    assert page.keys() == {"statements", "more"}
    assert [found["id"] for found in page["statements"]] == five[::-1][2:4]
    assert page["statements"][0]["verb"] == {"id": statement()["verb"]["id"]}


def test_xapi_00113_an_answer_has_statements_and_more(tool: Tool, five: list[str]) -> None:
    assert tool.get().keys() == tool.get(limit=1).keys() == {"statements", "more"}
    assert ids(tool) == five


def test_xapi_00114_page_after_page_gives_every_statement_once(tool: Tool, five: list[str]) -> None:
    page, found = tool.get(limit=2), []
    for _page in range(3):
        found += [each["id"] for each in page["statements"]]
        page = follow(tool, page["more"]) if page["more"] else page
    assert found == five


def test_what_is_stored_between_two_pages_does_not_move_them(tool: Tool, five: list[str]) -> None:
    page = tool.get(limit=3)
    stored(tool, statement())
    assert [found["id"] for found in follow(tool, page["more"])["statements"]] == five[3:]


def test_a_link_that_was_changed_by_hand_is_refused(tool: Tool, five: list[str]) -> None:
    link = tool.get(limit=2)["more"].partition(DOOR)[2]
    for changed in (link[:-3] + ("AAA" if link[-3:] != "AAA" else "BBB"), link + "x", "statements/more/x", "statements/more/"):
        assert tool.ask("GET", changed).status in (400, 404)
    assert Tool(version=tool.version).ask("GET", link).status in (400, 404)
    assert one(tool, five[0])["id"] == five[0]
