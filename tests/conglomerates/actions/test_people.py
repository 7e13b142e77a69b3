"""Who owns an enterprise or works in it."""

import pytest

from milpa import ledger
from milpa.conglomerates.actions.people import end_post, register_person, say_post
from milpa.conglomerates.actions.registering import Sheet, add_enterprise
from milpa.conglomerates.holding import export, held
from milpa.conglomerates.models import Enterprise, Post
from milpa.people.models import Person


@pytest.fixture
def luna(world):
    return add_enterprise(world.ana, world.id, ledger.uuid7(), Sheet("Hotel Luna", "0710"))


def test_a_post_is_said_once_and_ended(world, luna):
    first = say_post(world.ana, ledger.uuid7(), luna.id, world.rosa.id, "owner")
    assert say_post(world.ana, ledger.uuid7(), luna.id, world.rosa.id, "owner") == first
    end_post(world.ana, ledger.uuid7(), first.id)
    assert not Post.objects.standing().exists()


def test_somebody_new_is_registered_with_the_post_and_sent_twice_is_one(world, luna):
    id = ledger.uuid7()
    one = register_person(world.beto, id, luna.id, "Marta", "worker", "90010009")
    assert register_person(world.beto, id, luna.id, "Marta", "worker", "90010009") == one
    assert Person.objects.filter(name="Marta").count() == 1


def test_a_person_reads_and_takes_along_what_is_held_of_them(world, luna):
    say_post(world.ana, ledger.uuid7(), luna.id, world.rosa.id, "owner")
    assert held(world.rosa)[0].rows[0][0] == "Hotel Luna"
    assert export(world.rosa)["posts"][0]["enterprise__name"] == "Hotel Luna"


def test_nobody_of_another_institution_is_named_and_strangers_name_nobody(world, luna):
    with pytest.raises(Person.DoesNotExist):
        say_post(world.ana, ledger.uuid7(), luna.id, world.elena.id, "owner")
    for person in (world.elena, world.carmen):
        with pytest.raises(Enterprise.DoesNotExist):
            say_post(person, ledger.uuid7(), luna.id, world.rosa.id, "owner")
