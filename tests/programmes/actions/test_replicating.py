"""A new programme grown from another."""

import pytest

from milpa import ledger
from milpa.ledger.refusals import Conflict, NotYours
from milpa.programmes.actions.creating import Written
from milpa.programmes.actions.replicating import replicate
from milpa.programmes.journeys import standing_of
from milpa.programmes.models import Programme
from milpa.programmes.recognising import replicated
from milpa.programmes.registries import Takes
from milpa.programmes.said import said
from tests.world import partner


@pytest.fixture
def written(world):
    return Written("Hoteles de Petén", world.programme.edition_id)


@pytest.fixture
def taken(only):
    seen = []
    only.takes["x"] = Takes(said("X"), said("x"), lambda old, new, person: seen.append((old.title, new.title, person.name)))
    only.takes["y"] = Takes(said("Y"), said("y"), lambda old, new, person: seen.append("y"))
    return seen


def test_it_grows_with_what_was_chosen_and_the_old_one_shows_it(world, written, taken):
    new = replicate(world.ana, ledger.uuid7(), world.id, written, ["x"])
    assert new.grown_from == world.programme and new.assignments.count() == len(new.guide.steps)
    assert taken == [("Hoteles pequeños", "Hoteles de Petén", "Ana")]
    assert replicated([world.id])[world.id].met and not replicated([new.id])[new.id].met


def test_the_step_of_the_old_one_turns(world, written):
    assert "programmes.replicated" in standing_of(world.programme).step("replicate").state.missing
    replicate(world.ana, ledger.uuid7(), world.id, written)
    assert standing_of(world.programme).step("replicate").state.is_done


def test_sent_twice_it_grows_once_and_takes_once(world, written, taken):
    id = ledger.uuid7()
    assert replicate(world.ana, id, world.id, written, ["x"]) == replicate(world.ana, id, world.id, written, ["x"])
    assert len(taken) == 1
    with pytest.raises(Conflict):
        replicate(world.ana, id, world.id, Written("Otro", written.edition))


def test_a_partner_institution_grows_its_own_from_a_programme_in_which_it_takes_part(world, written):
    with pytest.raises(Programme.DoesNotExist):
        replicate(world.elena, ledger.uuid7(), world.id, written)
    partner(world.programme, world.strangers, world.ana, world.elena, decides=True)
    assert replicate(world.elena, ledger.uuid7(), world.id, written).institution == world.strangers


def test_only_a_coordinator_replicates_and_only_what_is_offered(world, written, taken):
    with pytest.raises(NotYours):
        replicate(world.beto, ledger.uuid7(), world.id, written)
    with pytest.raises(KeyError):
        replicate(world.ana, ledger.uuid7(), world.id, written, ["needs"])
    assert not Programme.objects.filter(title="Hoteles de Petén").exists()
