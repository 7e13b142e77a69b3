"""Cards: a code that names and a PIN that is shown once."""

import pytest
from django.contrib.auth.hashers import check_password

from milpa.ledger.refusals import NotYours
from milpa.people.actions.cards import choose_pin, issue_card
from milpa.people.actions.entering import enter
from milpa.people.models import Person
from milpa.people.refusals import AskForReset, EasyPin, PinsDiffer, WrongCodeOrPin
from tests.people.actions.test_entering import try_wrongly


def test_a_card_has_a_code_and_a_temporary_pin_that_opens(world):
    account, pin = issue_card(world.irma, world.rosa.id)
    assert account.pin_is_temporary
    assert enter(account.code, pin, "rosa's phone") == account


def test_the_pin_itself_is_kept_nowhere(world):
    account, pin = issue_card(world.irma, world.rosa.id)
    assert pin not in account.pin
    assert check_password(pin, account.pin)


def test_made_again_it_keeps_the_code_and_the_old_pin_opens_nothing(world):
    account, old = issue_card(world.irma, world.rosa.id)
    again, new = issue_card(world.irma, world.rosa.id)
    assert again.code == account.code
    with pytest.raises(WrongCodeOrPin):
        enter(account.code, old, "rosa's phone")
    assert enter(account.code, new, "rosa's phone")


def test_a_new_pin_forgets_the_wrong_tries(world):
    account, _pin = issue_card(world.irma, world.rosa.id)
    for one in range(10):
        try_wrongly(account.code, f"phone {one}", 5)
    with pytest.raises(AskForReset):
        enter(account.code, "000000", "rosa's phone")
    _account, pin = issue_card(world.beto, world.rosa.id)
    assert enter(account.code, pin, "rosa's phone")


@pytest.mark.parametrize("who", ["carmen", "diego", "rosa", "lidia"])
def test_who_trains_nobody_makes_no_cards(world, who):
    with pytest.raises(NotYours):
        issue_card(getattr(world, who), world.tomas.id)


def test_elena_makes_no_card_for_someone_of_another_institution(world):
    with pytest.raises(Person.DoesNotExist):
        issue_card(world.elena, world.rosa.id)


def test_rosa_chooses_her_own_pin(world):
    account, _pin = issue_card(world.irma, world.rosa.id)
    choose_pin(account, "384751", "384751")
    account.refresh_from_db()
    assert not account.pin_is_temporary
    assert enter(account.code, "384751", "rosa's phone") == account


@pytest.mark.parametrize("pin", ["123456", "111111", "12345", "abcdef", "199019"])
def test_an_easy_pin_is_refused_and_the_one_before_stays(world, pin):
    account, before = issue_card(world.irma, world.rosa.id)
    with pytest.raises(EasyPin):
        choose_pin(account, pin, pin)
    assert enter(account.code, before, "rosa's phone")


def test_two_different_pins_are_refused(world):
    account, _pin = issue_card(world.irma, world.rosa.id)
    with pytest.raises(PinsDiffer):
        choose_pin(account, "384751", "384715")


def test_the_first_time_she_is_led_to_her_own_pin_and_to_the_consent(client, world):
    account, pin = issue_card(world.irma, world.rosa.id)
    assert client.post("/sign-in/code/", {"code": account.code, "pin": pin}).url == "/account/pin/"
    assert client.post("/account/pin/", {"pin": "123456", "again": "123456"}).status_code == 422
    assert client.post("/account/pin/", {"pin": "384751", "again": "384751"}).url == "/consent/"
