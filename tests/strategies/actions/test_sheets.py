"""Training actions: added once, tied to needs, put in order, never before themselves."""

import pytest

from milpa import ledger
from milpa.strategies.actions.sheets import add_action, edit_action, move_action, remove_action
from milpa.strategies.models import Strategy
from milpa.strategies.refusals import DependsOnItself, NeedNotQuoted, NoSuchPlace
from tests.strategies.story import need


def test_an_action_sent_twice_is_one(world, drafted):
    id = ledger.uuid7()
    was = drafted.now
    add_action(world.ana, drafted.id, was, id, {"name": "Nivelación"})
    add_action(world.ana, drafted.id, was, id, {"name": "Nivelación"})
    assert (drafted.strategy.actions.count(), drafted.now) == (2, was + 1)


def test_what_a_change_does_not_name_stays(world, drafted):
    edit_action(world.ana, drafted.id, drafted.now, drafted.action.id, {"weeks": 8})
    drafted.action.refresh_from_db()
    assert (drafted.action.weeks, drafted.action.places, drafted.action.answers.count()) == (8, 30, 2)


def test_it_answers_only_needs_of_the_programme(world, drafted):
    with pytest.raises(NeedNotQuoted):
        edit_action(world.ana, drafted.id, drafted.now, drafted.action.id, {"answers": [ledger.uuid7()]})
    edit_action(world.ana, drafted.id, drafted.now, drafted.action.id, {"answers": [need(world, "Precio y temporada").id]})
    assert drafted.action.answers.get().need.title == "Precio y temporada"


def test_nothing_comes_before_itself(world, drafted):
    first = add_action(world.ana, drafted.id, drafted.now, ledger.uuid7(), {"name": "Nivelación", "depends_on": drafted.action.id})
    with pytest.raises(DependsOnItself):
        edit_action(world.ana, drafted.id, drafted.now, drafted.action.id, {"depends_on": first.id})


def test_an_action_moves_and_the_others_make_room(world, drafted):
    for name in ("Segunda", "Tercera"):
        add_action(world.ana, drafted.id, drafted.now, ledger.uuid7(), {"name": name})
    third = drafted.strategy.actions.get(name="Tercera")
    move_action(world.ana, drafted.id, drafted.now, third.id, 1)
    assert list(drafted.strategy.actions.values_list("name", "place")) == [("Tercera", 1), ("Mercadeo", 2), ("Segunda", 3)]


def test_taken_out_it_is_gone_and_its_budget_stays_for_all(world, drafted):
    remove_action(world.ana, drafted.id, drafted.now, drafted.action.id)
    assert drafted.strategy.actions.count() == 0
    assert drafted.strategy.budget.get().action is None
    with pytest.raises(NoSuchPlace):
        remove_action(world.ana, drafted.id, drafted.now, drafted.action.id)


def test_elena_finds_nothing_to_change(world, drafted):
    with pytest.raises(Strategy.DoesNotExist):
        add_action(world.elena, drafted.id, drafted.now, ledger.uuid7(), {"name": "Suya"})
