"""Whose turn it is in the choice."""

import pytest

from milpa import ledger
from milpa.conglomerates.actions.deciding import decide, decline_selection, sign_selection
from milpa.conglomerates.actions.selecting import add_criterion, start_selection
from milpa.conglomerates.actions.weighing import ask_for_round, close_round, weigh
from milpa.conglomerates.waiting import waits
from tests.conglomerates.choice import again, all_weigh, choice, weights


def turns(world):
    return {(str(wait.what), wait.institution) for wait in waits(world.ana, [world.id])}


@pytest.fixture
def sides(world):
    return {world.institute.id, world.association.id, world.ministry.id}


def test_nobody_is_asked_to_weigh_before_there_is_a_candidate(world):
    assert turns(world) == set()
    start_selection(world.ana, world.id)
    assert turns(world) == set()


def test_each_side_waits_until_it_has_weighed_and_then_the_decision_waits_for_the_owner(world, sides):
    selection = choice(world)
    assert {side for _what, side in turns(world)} == sides
    weigh(world.carmen, selection.id, ledger.uuid7(), weights(selection, 1, 1, 1))
    assert {side for _what, side in turns(world)} == sides - {world.association.id}
    all_weigh(world, selection)
    assert {side for _what, side in turns(world)} == {world.institute.id}


def test_another_round_and_a_new_criterion_ask_every_side_again(world, sides):
    selection = choice(world)
    all_weigh(world, selection)
    ask_for_round(world.ana, selection.id, ledger.uuid7(), "Falta conversarlo")
    assert {side for _what, side in turns(world)} == sides
    all_weigh(world, selection)
    add_criterion(world.ana, selection.id, again(selection).revision, ledger.uuid7(), "Agua", "0 a 5", "Escasea", more_is_better=False)
    assert {side for _what, side in turns(world)} == sides


def test_a_closed_round_asks_nobody_to_weigh(world):
    selection = choice(world)
    close_round(world.ana, selection.id, ledger.uuid7(), "Una parte no contestó")
    assert {side for _what, side in turns(world)} == {world.institute.id}


def test_signatures_are_waited_for_until_each_side_signed_or_said_why_not(world):
    selection = choice(world)
    all_weigh(world, selection)
    decided = decide(world.ana, selection.id, again(selection).revision, selection.candidates.first().id, "Lo pidió la asociación")
    sign_selection(world.ana, selection.id, decided.revision, ledger.uuid7())
    decline_selection(world.diego, selection.id, decided.revision, ledger.uuid7(), "Falta el visto bueno")
    assert {side for _what, side in turns(world)} == {world.association.id}


def test_its_queries_do_not_grow_with_the_programmes(world, django_assert_max_num_queries):
    selection = choice(world)
    all_weigh(world, selection)
    with django_assert_max_num_queries(8):
        waits(world.ana, [world.id, *(ledger.uuid7() for _ in range(50))])
