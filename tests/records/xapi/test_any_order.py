"""Two stores that are told the same, in any order and as often as one likes, answer the same, times of storing apart."""

import json
from itertools import permutations
from typing import Any, NamedTuple
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.harness.xapi import Tool
from tests.records.xapi.sent import CROWD, LESSON, REFERENCE, ROSA, SOME_ID, TEAM, TOMAS, VOIDED, ids, statement

AGENTS, VERBS, ACTIVITIES = [ROSA, TOMAS, TEAM, CROWD], ["urn:x:did", "urn:x:read"], [LESSON["id"], "urn:x:course"]


class Told(NamedTuple):
    """One thing to tell: `of` is the number of another thing that it refers to or voids."""

    actor: dict[str, Any]
    verb: str
    activity: str
    of: int | None
    voids: bool
    related: str
    registered: bool


told = st.builds(
    Told,
    st.sampled_from(AGENTS),
    st.sampled_from(VERBS),
    st.sampled_from(ACTIVITIES),
    st.none() | st.integers(0, 7),
    st.booleans(),
    st.sampled_from(["", *ACTIVITIES]),
    st.booleans(),
)


class Store:
    """An institution; the statement number n has an id of its own there."""

    def __init__(self) -> None:
        self.tool = Tool()

    def id(self, number: int) -> str:
        return str(uuid5(self.tool.institution, str(number)))

    def number(self, id: str, all: int) -> int:
        return next(number for number in range(all) if self.id(number) == id)

    def tell(self, number: int, one: Told) -> None:
        refers = {**REFERENCE, "id": self.id(one.of)} if one.of is not None else None
        voids = refers is not None and one.voids
        around: dict[str, Any] = {"registration": SOME_ID} if one.registered else {}
        if one.related:
            around["contextActivities"] = {"parent": [{"id": one.related}]}
        sent = statement(
            id=self.id(number),
            actor=one.actor,
            verb={"id": VOIDED if voids else one.verb},
            object=refers or {"id": one.activity},
            context=around,
            timestamp="2026-11-24T10:00:00Z",
        )
        answer = self.tool.post(sent)
        assert answer.status in (200, 400), answer.body

    def answers(self, all: int) -> list[Any]:
        asked: list[dict[str, Any]] = [{}, {"registration": SOME_ID}]
        asked += [{"verb": verb} for verb in [*VERBS, VOIDED]]
        asked += [{"agent": who, "related_agents": related} for who in (ROSA, TOMAS, TEAM) for related in ("true", "false")]
        asked += [{"activity": id, "related_activities": related} for id in ACTIVITIES for related in ("true", "false")]
        found = [{self.number(id, all) for id in ids(self.tool, **question)} for question in asked]
        voided = {number for number in range(all) if self.tool.ask("GET", "statements", voidedStatementId=self.id(number)).status == 200}
        return [*found, voided]

    def activities(self) -> list[Any]:
        return [json.loads(self.tool.ask("GET", "activities", activityId=id).body) for id in ACTIVITIES]


def never_voids_what_voids(things: list[Told]) -> bool:
    """Whether a voiding statement comes before or after what it may not void makes a difference: the later one is refused."""
    voiding = {number for number, one in enumerate(things) if one.voids and one.of is not None}
    return not any(things[number].of in voiding for number in voiding)


@settings(max_examples=25)
@given(things=st.lists(told, min_size=1, max_size=8).filter(never_voids_what_voids), data=st.data())
def test_any_order_and_any_number_of_repeats_answer_the_same(store: None, things: list[Told], data: st.DataObject) -> None:
    numbers = range(len(things))
    again = data.draw(st.lists(st.sampled_from(numbers), max_size=4))
    one, other = Store(), Store()
    for number in numbers:
        one.tell(number, things[number])
    for number in [*data.draw(st.permutations(numbers)), *again]:
        other.tell(number, things[number])
    assert one.answers(len(things)) == other.answers(len(things))
    assert one.activities() == other.activities()
    assert UUID(one.id(0)) != UUID(other.id(0))


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_statements_that_refer_to_each_other_in_a_circle_are_found_as_in_any_other_order(store: None, order: tuple[int, ...]) -> None:
    things = [Told(AGENTS[number % 2], VERBS[number % 2], ACTIVITIES[0], of, False, "", False) for number, of in enumerate([1, 2, 0, 1])]
    one, other = Store(), Store()
    for number in range(4):
        one.tell(number, things[number])
    for number in order:
        other.tell(number, things[number])
    assert one.answers(4) == other.answers(4)
