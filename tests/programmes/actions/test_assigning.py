"""Who answers for a step."""

from datetime import date

import pytest

from milpa.ledger.models.documents import Revision
from milpa.ledger.refusals import NotYours, StaleRevision
from milpa.people.models import Membership
from milpa.programmes.actions.assigning import Answerable, assign
from milpa.programmes.models import Programme
from milpa.programmes.refusals import NotInTheTeam, NotOfTheGuide


def membership(person):
    return Membership.objects.open().filter(person=person).first().id


def test_a_person_is_named_with_a_date_and_the_others_stay(world):
    assign(world.ana, world.id, 1, {"workshop": Answerable(membership(world.beto), date(2026, 5, 1))})
    row = world.programme.assignments.get(step="workshop")
    assert (row.membership.person, row.role, row.due_on) == (world.beto, "facilitator", date(2026, 5, 1))
    assert Revision.objects.get(document=world.id, number=2).plain()["assignments"][0]["id"] == "workshop"


def test_a_partners_person_may_be_named_a_strangers_may_not(world):
    assign(world.ana, world.id, 1, {"counterpart": Answerable(membership(world.carmen))})
    assert world.programme.assignments.get(step="counterpart").role == "association"
    with pytest.raises(NotInTheTeam):
        assign(world.ana, world.id, 2, {"counterpart": Answerable(membership(world.elena))})
    with pytest.raises(NotInTheTeam):
        assign(world.ana, world.id, 2, {"counterpart": Answerable(membership(world.rosa))})


def test_without_a_name_it_goes_back_to_the_steps_first_role(world):
    assign(world.ana, world.id, 1, {"workshop": Answerable(membership(world.ana))})
    assign(world.ana, world.id, 2, {"workshop": Answerable()})
    row = world.programme.assignments.get(step="workshop")
    assert (row.membership, row.role) == (None, "facilitator")


def test_the_same_save_twice_is_one_revision_and_a_stale_one_is_refused(world):
    for _time in range(2):
        assign(world.ana, world.id, 1, {"workshop": Answerable(membership(world.beto))})
    assert Revision.objects.filter(document=world.id).count() == 2
    with pytest.raises(StaleRevision):
        assign(world.ana, world.id, 1, {"workshop": Answerable()})


def test_a_step_of_another_guide_the_wrong_role_and_elena(world):
    with pytest.raises(NotOfTheGuide):
        assign(world.ana, world.id, 1, {"moon": Answerable()})
    with pytest.raises(NotYours):
        assign(world.beto, world.id, 1, {"workshop": Answerable()})
    with pytest.raises(Programme.DoesNotExist):
        assign(world.elena, world.id, 1, {"workshop": Answerable()})
