"""A person says whether two are one; nothing of either is lost."""

import pytest

from milpa import ledger
from milpa.conglomerates.actions.judging import cut, say_different, say_same
from milpa.conglomerates.actions.registering import Sheet, add_enterprise
from milpa.conglomerates.involving import registered
from milpa.conglomerates.models import DuplicateJudged, DuplicatePair, Enterprise
from milpa.conglomerates.refusals import JoinedAlready, NotOneProgramme


@pytest.fixture
def pair(world):
    sheets = [Sheet("Hotel Luna", "0710", phone="90010001"), Sheet("Hotel La Luna", "0710", phone="90010001", tax_id="")]
    return [add_enterprise(world.ana, world.id, ledger.uuid7(), one) for one in sheets]


def again(one: Enterprise) -> Enterprise:
    return Enterprise.objects.get(id=one.id)


def test_the_same_counts_once_and_both_stay_readable(world, pair):
    one, other = pair
    say_same(world.ana, ledger.uuid7(), one.id, other.id)
    assert (again(other).joined_into, again(other).phone) == (one, "90010001")
    assert registered([world.id])[world.id].enterprises.keys() == {one.id}
    assert not DuplicatePair.objects.undecided().exists()


def test_two_that_stay_two_are_not_asked_about_again(world, pair):
    one, other = pair
    say_different(world.ana, ledger.uuid7(), one.id, other.id)
    assert DuplicatePair.objects.exists()
    assert not DuplicatePair.objects.undecided().exists()


def test_a_join_can_be_cut(world, pair):
    one, other = pair
    say_same(world.ana, ledger.uuid7(), one.id, other.id)
    id = ledger.uuid7()
    assert cut(world.beto, id, other.id) == cut(world.beto, id, other.id)
    assert again(other).joined_into is None
    assert again(other).revision == 3
    assert registered([world.id])[world.id].enterprises.keys() == {one.id, other.id}


def test_said_twice_it_is_said_once(world, pair):
    one, other = pair
    id = ledger.uuid7()
    assert say_same(world.ana, id, one.id, other.id) == say_same(world.ana, id, one.id, other.id)
    assert (DuplicateJudged.objects.count(), again(other).revision) == (1, 2)


def test_what_was_joined_before_goes_along(world, pair):
    one, other = pair
    third = add_enterprise(world.ana, world.id, ledger.uuid7(), Sheet("Hotel Lunita", "0710"))
    say_same(world.ana, ledger.uuid7(), other.id, third.id)
    say_same(world.ana, ledger.uuid7(), one.id, other.id)
    assert {again(other).joined_into, again(third).joined_into} == {one}
    with pytest.raises(JoinedAlready):
        say_same(world.ana, ledger.uuid7(), other.id, third.id)


def test_one_enterprise_is_no_pair_and_strangers_decide_nothing(world, pair):
    one, other = pair
    with pytest.raises(NotOneProgramme):
        say_same(world.ana, ledger.uuid7(), one.id, one.id)
    for person in (world.elena, world.diego):
        with pytest.raises(Enterprise.DoesNotExist):
            say_same(person, ledger.uuid7(), one.id, other.id)
