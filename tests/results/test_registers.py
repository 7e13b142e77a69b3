"""What results tells the journey: what waits, and the dates."""

from datetime import date, timedelta

import pytest

from milpa import ledger
from milpa.conglomerates.models import CounterpartAppointed
from milpa.results import registers
from milpa.results.actions.giving_back import Meeting, record_meeting
from milpa.results.actions.own_word import ask_own_word, say_own_word
from milpa.results.actions.reporting import Written, begin_report, send_report
from tests.results.evaluated import enterprises, fact, facts

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def waiting(world):
    return [str(wait.what) for wait in registers.waits(world.ana, [world.id])]


def test_a_report_waits_until_it_is_sent(world):
    report = begin_report(world.ana, ledger.uuid7(), world.id, Written("Informe final", due_on=date(2026, 12, 3)))
    assert waiting(world) == ["Terminar y enviar el informe «Informe final»"]
    send_report(world.ana, ledger.uuid7(), report.id, report.revision, [world.association.id])
    assert waiting(world) == []


def test_a_lot_that_was_drawn_waits_until_all_have_said_their_word(world):
    enterprises(world, 2)
    asked = ask_own_word(world.ana, world.id, "design", ledger.uuid7())
    for enterprise in asked.enterprises:
        assert len(waiting(world)) == 1
        say_own_word(world.beto, asked.id, ledger.uuid7(), "some", enterprise_id=enterprise)
    assert "2 de 3" in waiting(world)[0]


def test_the_liaisons_own_word_waits_for_the_counterpart(world):
    enterprises(world, 1)
    facts(fact(CounterpartAppointed, world, programme=world.programme, body=world.association, kind="association"))
    asked = ask_own_word(world.ana, world.id, "design", ledger.uuid7())
    theirs = [wait for wait in registers.waits(world.ana, [world.id]) if wait.institution == world.association.id]
    assert [wait.link for wait in theirs] == [f"/word/{asked.id}/"]
    say_own_word(world.carmen, asked.id, ledger.uuid7(), "much")
    assert len(waiting(world)) == 1


def test_the_calendar_holds_meetings_and_the_days_on_which_reports_are_due(world):
    begin_report(world.ana, ledger.uuid7(), world.id, Written("Informe final", due_on=date(2026, 12, 3)))
    yesterday = ledger.now().date() - timedelta(days=1)
    record_meeting(world.ana, ledger.uuid7(), world.id, Meeting(yesterday))
    dates = {str(row.title): row.on for row in registers.calendar([world.id])}
    assert dates == {"Devolución de resultados": yesterday, "Se entrega: Informe final": date(2026, 12, 3)}
