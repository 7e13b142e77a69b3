"""A gate is passed with a written reason that stays visible."""

import pytest

from milpa import ledger
from milpa.ledger.refusals import Conflict, NotYours
from milpa.programmes.actions.attaching import Attachment, attach
from milpa.programmes.actions.gates import pass_gate, take_back
from milpa.programmes.journeys import standing_of
from milpa.programmes.models import GatePassed, Programme
from milpa.programmes.refusals import NotOfTheGuide

WHY = "El taller no puede esperar."


def test_passing_a_gate_moves_the_programme_on_and_keeps_the_reason_in_sight(world):
    assert standing_of(world.programme).current == "prepare"
    pass_gate(world.ana, ledger.uuid7(), world.id, "prepare", WHY)
    standing = standing_of(world.programme)
    assert standing.current == "choose"
    passed = standing.phase("prepare").passed
    assert (passed.why, passed.by_name, passed.was_met) == (WHY, "Ana", False)


def test_a_gate_that_is_met_needs_no_passing(world, only):
    for step in ("team", "anchor", "preliminary_research"):
        attach(world.ana, ledger.uuid7(), world.id, Attachment(step, "note", "Listo", note="Listo.", suffices=True))
    assert standing_of(world.programme).current == "choose"
    assert pass_gate(world.ana, ledger.uuid7(), world.id, "prepare", "Consta.").was_met


def test_passed_twice_with_one_id_it_is_passed_once_also_after_it_is_met(world):
    id = ledger.uuid7()
    first = pass_gate(world.ana, id, world.id, "prepare", WHY)
    for step in ("team", "anchor", "preliminary_research"):
        attach(world.ana, ledger.uuid7(), world.id, Attachment(step, "note", "Listo", note="Listo.", suffices=True))
    assert pass_gate(world.ana, id, world.id, "prepare", WHY) == first
    with pytest.raises(Conflict):
        pass_gate(world.ana, id, world.id, "prepare", "Otra razón.")


def test_taken_back_the_programme_stands_where_it_stood(world):
    passed = pass_gate(world.ana, ledger.uuid7(), world.id, "prepare", WHY)
    id = ledger.uuid7()
    assert take_back(world.ana, id, passed.id, "Me equivoqué.") == take_back(world.ana, id, passed.id, "Me equivoqué.")
    assert standing_of(world.programme).current == "prepare"


def test_a_phase_of_another_guide_the_wrong_role_and_elena(world):
    with pytest.raises(NotOfTheGuide):
        pass_gate(world.ana, ledger.uuid7(), world.id, "moon", WHY)
    for person in (world.beto, world.carmen, world.diego):
        with pytest.raises(NotYours):
            pass_gate(person, ledger.uuid7(), world.id, "prepare", WHY)
    with pytest.raises(Programme.DoesNotExist):
        pass_gate(world.elena, ledger.uuid7(), world.id, "prepare", WHY)
    passed = pass_gate(world.ana, ledger.uuid7(), world.id, "prepare", WHY)
    with pytest.raises(GatePassed.DoesNotExist):
        take_back(world.elena, ledger.uuid7(), passed.id, "x")
    with pytest.raises(NotYours):
        take_back(world.beto, ledger.uuid7(), passed.id, "x")
