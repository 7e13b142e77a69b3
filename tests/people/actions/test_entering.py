"""Entering by code and PIN: wrong tries slow a browser and lock nobody else out."""

from datetime import timedelta

import pytest

from milpa.ledger import clock
from milpa.people.actions.cards import issue_card
from milpa.people.actions.entering import enter
from milpa.people.models import Account, KnownBrowser, PinTry
from milpa.people.refusals import AskForReset, TryLater, WrongCodeOrPin
from tests.world import MONDAY


def try_wrongly(code: str, browser: str, times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongCodeOrPin):
            enter(code, "000000", browser)


@pytest.fixture
def monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def card(world, monday) -> tuple[Account, str]:
    """Rosa's, made on Monday morning; the clock stands there."""
    return issue_card(world.irma, world.rosa.id)


def test_the_code_may_be_typed_with_dash_and_small_letters(card):
    account, pin = card
    assert enter(f"{account.code[:4].lower()}-{account.code[4:].lower()}", pin, "her phone") == account


def test_five_wrong_pins_slow_that_browser_and_no_other(card):
    account, pin = card
    try_wrongly(account.code, "his phone", 5)
    with pytest.raises(TryLater) as slowed:
        enter(account.code, pin, "his phone")
    assert slowed.value.values["time"] == "09:15"
    assert enter(account.code, pin, "her phone") == account


def test_a_quarter_of_an_hour_later_it_may_try_again(card):
    account, pin = card
    try_wrongly(account.code, "her phone", 5)
    with clock.at(MONDAY + timedelta(minutes=15)):
        assert enter(account.code, pin, "her phone") == account


def test_fifty_a_day_from_ten_phones_ask_for_a_new_pin(card):
    account, pin = card
    for one in range(10):
        try_wrongly(account.code, f"phone {one}", 5)
    with pytest.raises(AskForReset):
        enter(account.code, pin, "an eleventh phone")
    with clock.at(MONDAY + timedelta(days=1, seconds=1)):
        assert enter(account.code, pin, "an eleventh phone") == account


def test_her_own_phone_still_opens_while_strangers_hammer(card):
    account, pin = card
    enter(account.code, pin, "her phone")
    for one in range(10):
        try_wrongly(account.code, f"phone {one}", 5)
    assert enter(account.code, pin, "her phone") == account


def test_her_own_phone_has_its_allowance_too(card):
    account, pin = card
    enter(account.code, pin, "her phone")
    try_wrongly(account.code, "her phone", 5)
    with pytest.raises(TryLater):
        enter(account.code, pin, "her phone")


def test_the_right_pin_gives_the_browser_its_tries_back(card):
    account, pin = card
    try_wrongly(account.code, "her phone", 4)
    enter(account.code, pin, "her phone")
    try_wrongly(account.code, "her phone", 4)
    assert enter(account.code, pin, "her phone") == account
    assert KnownBrowser.objects.filter(account=account).count() == 1


def test_a_code_that_nobody_has_answers_and_counts_like_one_that_exists(card):
    try_wrongly("ZZZZ9999", "his phone", 5)
    with pytest.raises(TryLater):
        enter("ZZZZ9999", "000000", "his phone")


def test_the_pin_of_another_opens_nothing(world, card):
    account, _pin = card
    _other, others_pin = issue_card(world.irma, world.tomas.id)
    with pytest.raises(WrongCodeOrPin):
        enter(account.code, others_pin, "her phone")


def test_an_account_without_pin_is_not_entered_with_an_empty_one(world, monday):
    with pytest.raises(WrongCodeOrPin):
        enter(world.tomas.account.code, "", "his phone")


def test_tries_are_kept_a_day(card):
    account, pin = card
    try_wrongly(account.code, "his phone", 3)
    with clock.at(MONDAY + timedelta(days=1, seconds=1)):
        enter(account.code, pin, "her phone")
    assert not PinTry.objects.exists()


def test_the_page_says_when_it_opens_again_and_keeps_the_browsers_own_count(client, world):
    account, pin = issue_card(world.irma, world.rosa.id)
    answers = [client.post("/sign-in/code/", {"code": account.code, "pin": "000000"}).status_code for _ in range(6)]
    assert answers == [422] * 5 + [429]
    client.cookies.clear()
    assert client.post("/sign-in/code/", {"code": account.code, "pin": pin}).status_code == 302
