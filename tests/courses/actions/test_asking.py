"""A wish for a place by the public page, within what one browser and one code may send in an hour."""

from datetime import timedelta

import pytest

from milpa import ledger
from milpa.courses.actions.asking import ask_from_browser
from milpa.courses.models import AskTry, PlaceAsked
from milpa.courses.refusals import AskedTooOften, UnknownCode
from milpa.ledger import clock
from milpa.people.models import Person
from milpa.web import limits
from tests.courses.classroom import announced

pytestmark = pytest.mark.django_db(databases=["default", "records"])


@pytest.fixture
def edition(world, monkeypatch):
    monkeypatch.setattr(limits, "ASKED_BY_BROWSER", 2)
    monkeypatch.setattr(limits, "ASKED_BY_CODE", 3)
    return announced(world)


def ask(edition, browser="one", id=None):
    return ask_from_browser(edition.code, id or ledger.uuid7(), browser, name="Doña Chayo", phone="9555 0101")


def test_one_browser_asks_so_often_and_no_more_and_nobody_is_made_then(edition):
    for _n in range(2):
        ask(edition)
    people = Person.objects.count()
    with pytest.raises(AskedTooOften):
        ask(edition)
    assert (PlaceAsked.objects.count(), Person.objects.count()) == (2, people)


def test_another_browser_still_may_until_the_code_has_its_fill(edition):
    for browser in ("one", "one", "two"):
        ask(edition, browser)
    with pytest.raises(AskedTooOften):
        ask(edition, "three")


def test_sent_twice_it_is_once_also_after_the_limit(edition):
    id = ledger.uuid7()
    first = ask(edition, id=id)
    ask(edition)
    assert ask(edition, id=id) == first
    assert AskTry.objects.count() == 2


def test_an_hour_later_it_is_open_again_and_the_tries_are_thrown_away(edition, monkeypatch):
    for _n in range(2):
        ask(edition)
    later = clock.now() + timedelta(minutes=61)
    monkeypatch.setattr(clock, "now", lambda: later)
    ask(edition)
    assert AskTry.objects.count() == 1


def test_a_code_that_does_not_exist_counts_nothing(edition):
    with pytest.raises(UnknownCode):
        ask_from_browser("NADA99", ledger.uuid7(), "one", name="Doña Chayo", phone="9555 0101")
    assert not AskTry.objects.exists()
