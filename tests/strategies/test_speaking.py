"""For whom staff types: found by name without accents or by phone, never guessed between two."""

import pytest

from milpa.strategies.refusals import NotOfThisProgramme, SeveralOfThatName
from milpa.strategies.speaking import person_called
from tests.strategies.story import enterprise_of


@pytest.fixture
def owners(world, drafted):
    for person, name, hotel in ((world.rosa, "Rosa Tzoc", "Hotel Luna"), (world.tomas, "Tomás Tzoc", "Hotel Sol")):
        person.name, person.phone = name, "9001 000" + str(len(name))
        person.save()
        enterprise_of(world, person, hotel)


def test_a_name_is_found_without_its_accents_and_a_phone_by_its_digits(world, drafted, owners):
    assert person_called(drafted.strategy, "rosa tzoc") == world.rosa.id
    assert person_called(drafted.strategy, "+502 9001-0009") == world.rosa.id
    assert person_called(drafted.strategy, "  ") is None


def test_of_two_of_that_name_none_is_guessed(world, drafted, owners):
    with pytest.raises(SeveralOfThatName) as refused:
        person_called(drafted.strategy, "Tzoc")
    assert "Hotel Luna" in str(refused.value) and "Hotel Sol" in str(refused.value)


@pytest.mark.parametrize("written", ["Nadie", "9999 9999", "Lidia"])
def test_who_has_no_enterprise_here_is_not_found(world, drafted, owners, written):
    with pytest.raises(NotOfThisProgramme):
        person_called(drafted.strategy, written)
