"""What became of what a learner asked for."""

from uuid import UUID

import pytest

from milpa import ledger
from milpa.courses.asked_for import _card_of
from milpa.programmes import registries
from milpa.programmes.registries import ThreadEdge
from milpa.workshops.actions.joining import join
from milpa.workshops.actions.moving_on import open_activity
from milpa.workshops.actions.planning import plan_workshop
from milpa.workshops.actions.writing import write_card

NEED, HANDED_ON, ACTION = UUID(int=1), UUID(int=2), UUID(int=3)


@pytest.fixture
def cards(world):
    """Three cards of Rosa's, in the order in which she wrote them."""
    workshop = plan_workshop(world.beto, world.id, ledger.uuid7(), title="Taller", question="")
    open_activity(world.beto, workshop.id, ledger.uuid7(), workshop.activities.get(kind="writing").id)
    join(workshop.id, ledger.uuid7(), "Rosa", person_id=world.rosa.id)
    return [write_card(world.rosa, workshop.id, ledger.uuid7(), text).id for text in ("precio", "agua", "rótulos")]


def linked(monkeypatch, needs, actions):
    edges = {("card", "need"): needs, ("need", "action"): actions}
    kept = {step: ThreadEdge(lambda ids, links=links: {id: links[id] for id in ids if id in links}, dict) for step, links in edges.items()}
    monkeypatch.setattr(registries, "thread_edges", kept)


def test_the_card_whose_need_is_answered_by_an_action_comes_before_newer_ones(world, cards, monkeypatch):
    price, water, _signs = cards
    linked(monkeypatch, {price: [NEED], water: [HANDED_ON]}, {NEED: [ACTION]})
    assert _card_of(world.rosa) == price


def test_without_an_action_the_newest_that_became_a_need_is_shown(world, cards, monkeypatch):
    price, water, _signs = cards
    linked(monkeypatch, {price: [NEED], water: [HANDED_ON]}, {})
    assert _card_of(world.rosa) == water


def test_without_any_need_the_newest(world, cards, monkeypatch):
    linked(monkeypatch, {}, {})
    assert _card_of(world.rosa) == cards[-1]


def test_who_wrote_none_asked_for_nothing(world, cards):
    assert _card_of(world.tomas) is None
