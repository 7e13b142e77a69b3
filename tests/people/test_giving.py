"""Which roles a person may give."""

import pytest

from milpa import ledger
from milpa.ledger.refusals import NotYours
from milpa.people.actions.inviting import accept, invite
from milpa.people.actions.membership import end_membership, give_role
from milpa.people.giving import roles_to_give
from milpa.people.refusals import LastCoordinator
from milpa.people.roles import BY_SLUG
from tests.world import PASSWORD


def test_a_coordinator_may_give_any_role(world):
    assert roles_to_give(world.ana) == set(BY_SLUG)


def test_the_association_brings_in_its_own_people_and_nobody_else(world):
    assert roles_to_give(world.carmen) == {"association"}
    _invitation, token = invite(world.carmen, ledger.uuid7(), "association", name="Mateo")
    account = accept(token, name="Mateo", email="mateo@example.org", password=PASSWORD)
    assert account.person.institution == world.association
    with pytest.raises(NotYours):
        invite(world.carmen, ledger.uuid7(), "coordinator")
    with pytest.raises(NotYours):
        give_role(world.carmen, ledger.uuid7(), account.person.id, "coordinator")


@pytest.mark.parametrize("who", ["beto", "irma", "rosa"])
def test_others_bring_in_nobody(world, who):
    with pytest.raises(NotYours):
        invite(getattr(world, who), ledger.uuid7(), "facilitator")


def test_the_last_one_of_a_partner_stays(world):
    with pytest.raises(LastCoordinator):
        end_membership(world.carmen, ledger.uuid7(), world.carmen.memberships.get().id, "Me voy")
