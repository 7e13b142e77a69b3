"""Helpers come with a number, once, and do what helpers do; let go, they do nothing more."""

import pytest

from milpa import ledger
from milpa.people.models import Person
from milpa.workshops.actions import grouping, helping, writing
from milpa.workshops.actions.handing_over import WRONG_ALLOWED, tried
from milpa.workshops.actions.joining import come_back, handover_number
from milpa.workshops.models import Card, HelperCame, Workshop
from milpa.workshops.refusals import NameNeeded, NumberLater, WrongHandover, WrongHelperNumber


def helper(story, name="Silvia"):
    asked = helping.ask_helper(story.beto, story.id, ledger.uuid7(), name)
    return asked, helping.begin_helping(story.id, ledger.uuid7(), helping.helper_number(asked), name)


def test_a_helper_types_a_card_for_somebody_and_takes_one_off_the_wall_with_the_reason(written):
    _asked, came = helper(written)
    card = writing.write_card(came.person, written.id, ledger.uuid7(), "Higiene", participant_id=written.petrona.id, way="paper", number=7)
    assert (card.participant, card.by, card.number) == (written.petrona, came.person, 7)
    writing.moderate_card(came.person, written.id, ledger.uuid7(), card.id, "Nombra a una persona")
    assert Card.objects.get(id=card.id).closed_by is not None


def test_a_number_opens_one_place_once(written):
    asked, came = helper(written)
    assert helping.begin_helping(written.id, came.id, helping.helper_number(asked), "Silvia") == came  # sent twice
    with pytest.raises(WrongHelperNumber):
        helping.begin_helping(written.id, ledger.uuid7(), helping.helper_number(asked), "Otra")
    assert HelperCame.objects.count() == 1


def test_whoever_was_let_go_helps_no_more_and_what_they_typed_stays(written):
    asked, came = helper(written)
    writing.write_card(came.person, written.id, ledger.uuid7(), "Higiene", participant_id=written.petrona.id, way="paper")
    helping.end_helping(written.beto, written.id, ledger.uuid7(), asked.id)
    with pytest.raises(Workshop.DoesNotExist):
        writing.write_card(came.person, written.id, ledger.uuid7(), "Otra", participant_id=written.petrona.id, way="paper")
    assert Card.objects.filter(text="Higiene", voided_by=None).exists()


def test_a_helper_neither_groups_nor_asks_others_nor_helps_elsewhere(written):
    _asked, came = helper(written)
    with pytest.raises(Workshop.DoesNotExist):
        grouping.make_group(came.person, written.id, ledger.uuid7(), "Grupo")
    with pytest.raises(Workshop.DoesNotExist):
        helping.ask_helper(came.person, written.id, ledger.uuid7(), "Otra")


def test_a_helper_says_who_they_are(written):
    asked = helping.ask_helper(written.beto, written.id, ledger.uuid7(), "")
    people = Person.objects.count()
    with pytest.raises(NameNeeded):
        helping.begin_helping(written.id, ledger.uuid7(), helping.helper_number(asked), " ")
    assert Person.objects.count() == people


def test_wrong_numbers_slow_that_browser_in_that_workshop_and_nobody_else(written):
    def wrong():
        return come_back(written.id, "00000000")

    for _time in range(WRONG_ALLOWED):
        with pytest.raises(WrongHandover):
            tried(written.id, "uno", wrong)
    number = handover_number(written.rosa)
    with pytest.raises(NumberLater):
        tried(written.id, "uno", lambda: come_back(written.id, number))
    assert tried(written.id, "otro", lambda: come_back(written.id, number)) == written.rosa


def test_a_right_number_forgets_the_wrong_ones(written):
    for _time in range(WRONG_ALLOWED - 1):
        with pytest.raises(WrongHandover):
            tried(written.id, "uno", lambda: come_back(written.id, "00000000"))
    for _time in range(2):
        assert tried(written.id, "uno", lambda: come_back(written.id, handover_number(written.rosa))) == written.rosa
