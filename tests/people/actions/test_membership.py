"""Roles given and ended."""

import pytest

from milpa import ledger
from milpa.ledger.refusals import Conflict, NotYours
from milpa.people.actions.membership import end_membership, give_role
from milpa.people.models import Membership, MembershipClosed, Person
from milpa.people.refusals import LastCoordinator


def roles(person: Person) -> set[str]:
    return set(person.memberships.open().values_list("role", flat=True))


def test_ana_gives_beto_a_second_role(world):
    give_role(world.ana, ledger.uuid7(), world.beto.id, "evaluator")
    assert roles(world.beto) == {"facilitator", "evaluator"}


def test_given_twice_it_is_one(world):
    id = ledger.uuid7()
    assert give_role(world.ana, id, world.beto.id, "evaluator") == give_role(world.ana, id, world.beto.id, "evaluator")
    assert world.beto.memberships.count() == 2


def test_a_role_that_is_held_is_not_given_again(world):
    held = world.beto.memberships.get()
    assert give_role(world.ana, ledger.uuid7(), world.beto.id, "facilitator") == held
    assert world.beto.memberships.count() == 1


def test_one_id_for_two_roles_is_a_conflict(world):
    id = ledger.uuid7()
    give_role(world.ana, id, world.beto.id, "evaluator")
    with pytest.raises(Conflict):
        give_role(world.ana, id, world.beto.id, "finance")


@pytest.mark.parametrize("who", ["beto", "irma", "rosa", "lidia"])
def test_only_who_coordinates_gives_and_ends_roles(world, who):
    by = getattr(world, who)
    with pytest.raises(NotYours):
        give_role(by, ledger.uuid7(), by.id, "coordinator")
    with pytest.raises(NotYours):
        end_membership(by, ledger.uuid7(), world.ana.memberships.first().id, "Por gusto")
    assert "coordinator" not in roles(by)


def test_elena_reaches_nobody_of_another_institution(world):
    with pytest.raises(Person.DoesNotExist):
        give_role(world.elena, ledger.uuid7(), world.beto.id, "coordinator")
    with pytest.raises(Membership.DoesNotExist):
        end_membership(world.elena, ledger.uuid7(), world.beto.memberships.get().id, "Por gusto")
    assert roles(world.beto) == {"facilitator"}


def test_a_role_is_ended_with_its_reason_and_stays_in_the_trail(world):
    id, held = ledger.uuid7(), world.beto.memberships.get()
    ended = end_membership(world.ana, id, held.id, "Cambió de unidad")
    assert end_membership(world.ana, id, held.id, "Cambió de unidad") == ended
    assert (roles(world.beto), MembershipClosed.objects.count()) == (set(), 1)
    assert world.beto.memberships.count() == 1


def test_the_last_coordinators_role_stays(world):
    held = world.ana.memberships.get(role="coordinator")
    with pytest.raises(LastCoordinator):
        end_membership(world.ana, ledger.uuid7(), held.id, "Me voy")
    give_role(world.ana, ledger.uuid7(), world.beto.id, "coordinator")
    end_membership(world.ana, ledger.uuid7(), held.id, "Me voy")
    assert roles(world.ana) == {"administrator"}


def test_without_a_role_beto_sees_the_door_and_not_the_rooms(client, world):
    give_role(world.ana, ledger.uuid7(), world.beto.id, "administrator")
    client.force_login(world.beto.account)
    assert client.get("/people/").status_code == 200
    for held in world.beto.memberships.open():
        end_membership(world.ana, ledger.uuid7(), held.id, "Se fue")
    assert client.get("/people/").status_code == 403
