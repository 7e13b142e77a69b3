"""Reported figures: with their source, once, never edited."""

from dataclasses import replace
from decimal import Decimal

import pytest

from milpa import ledger
from milpa.ledger.refusals import Conflict, NotYours
from milpa.results.actions.reading import Definition, Reported, change_indicator, define_indicator, report_reading, withdraw_reading
from milpa.results.models import Indicator, Reading
from milpa.results.refusals import NothingRead, SourceNeeded

SAID = Reported(source="Presentación de octubre de 2011", value=Decimal("98.9"), words="98.9 % de «grado de satisfacción» declarado")


@pytest.fixture
def indicator(world):
    return define_indicator(world.ana, ledger.uuid7(), world.id, Definition("Grado de satisfacción", "%"))


def test_a_reading_is_reported_with_its_source_and_its_words(world, indicator):
    reading = report_reading(world.ana, ledger.uuid7(), indicator.id, SAID)
    assert (reading.value, reading.people, reading.mark.value) == (Decimal("98.9"), None, "reported")


def test_sent_twice_it_is_one_and_with_other_words_it_is_refused(world, indicator):
    id = ledger.uuid7()
    report_reading(world.ana, id, indicator.id, SAID)
    report_reading(world.ana, id, indicator.id, SAID)
    assert Reading.objects.count() == 1
    with pytest.raises(Conflict):
        report_reading(world.ana, id, indicator.id, replace(SAID, words="otra cosa"))


def test_a_figure_without_source_is_refused(world, indicator):
    with pytest.raises(SourceNeeded):
        report_reading(world.ana, ledger.uuid7(), indicator.id, Reported(source=" ", value=Decimal(1)))


def test_a_reading_that_says_nothing_is_refused(world, indicator):
    with pytest.raises(NothingRead):
        report_reading(world.ana, ledger.uuid7(), indicator.id, Reported(source="x"))


def test_withdrawn_it_no_longer_counts_and_stays_on_record(world, indicator):
    reading = report_reading(world.ana, ledger.uuid7(), indicator.id, SAID)
    withdraw_reading(world.ana, ledger.uuid7(), reading.id, "Era de otro programa")
    assert not Reading.objects.standing().exists()
    assert Reading.objects.count() == 1


def test_an_indicator_defined_twice_is_one_and_a_stale_change_is_refused(world, indicator):
    define_indicator(world.ana, indicator.id, world.id, Definition("Grado de satisfacción", "%"))
    assert Indicator.objects.count() == 1
    change_indicator(world.ana, indicator.id, 1, Definition("Satisfacción declarada", "%"))
    with pytest.raises(ledger.StaleRevision):
        change_indicator(world.ana, indicator.id, 1, Definition("Otro", "%"))


def test_only_who_may_reports_and_elena_finds_nothing(world, indicator):
    with pytest.raises(Indicator.DoesNotExist):
        report_reading(world.beto, ledger.uuid7(), indicator.id, SAID)
    with pytest.raises(Indicator.DoesNotExist):
        report_reading(world.elena, ledger.uuid7(), indicator.id, SAID)
    with pytest.raises(NotYours):
        define_indicator(world.carmen, ledger.uuid7(), world.id, Definition("x"))
