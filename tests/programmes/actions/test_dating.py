"""Dates that no other package knows of."""

from datetime import date

import pytest

from milpa.ledger.models.documents import Revision
from milpa.ledger.refusals import NotYours, StaleRevision
from milpa.programmes.actions.dating import Entry, add_date, change_date, remove_date
from milpa.programmes.models import CalendarEntry, Programme, StepState
from milpa.programmes.refusals import EndsBeforeItStarts

MEETING = Entry("Reunión con la asociación", date(2026, 3, 4), place="Xela")


def test_a_date_is_a_part_of_the_programme_and_of_its_revision(world):
    add_date(world.ana, world.id, 1, MEETING)
    assert Revision.objects.get(document=world.id, number=2).plain()["calendar"][0]["title"] == MEETING.title


def test_sent_twice_it_stands_once(world):
    assert add_date(world.ana, world.id, 1, MEETING) == add_date(world.ana, world.id, 1, MEETING)
    assert CalendarEntry.objects.count() == 1


def test_it_is_changed_and_taken_out_once(world):
    row = add_date(world.ana, world.id, 1, MEETING)
    change_date(world.ana, world.id, 2, row.id, Entry("Asamblea", date(2026, 3, 5)))
    assert CalendarEntry.objects.get().title == "Asamblea"
    for _time in range(2):
        remove_date(world.ana, world.id, 3, row.id)
    assert Revision.objects.filter(document=world.id).count() == 4


def test_the_evidence_that_reads_dates_is_asked_again(world):
    add_date(world.ana, world.id, 1, Entry("Seguimiento", date(2026, 9, 1), kind="follow_up"))
    assert StepState.objects.get(programme=world.id, step="return").touched == 1


def test_a_date_that_ends_before_it_begins_and_a_stale_tab_are_refused(world):
    with pytest.raises(EndsBeforeItStarts):
        add_date(world.ana, world.id, 1, Entry("x", date(2026, 3, 4), until=date(2026, 3, 3)))
    add_date(world.ana, world.id, 1, MEETING)
    with pytest.raises(StaleRevision):
        add_date(world.ana, world.id, 1, Entry("Otra", date(2026, 3, 6)))
    assert CalendarEntry.objects.count() == 1


def test_the_wrong_role_and_elena(world):
    with pytest.raises(NotYours):
        add_date(world.beto, world.id, 1, MEETING)
    with pytest.raises(Programme.DoesNotExist):
        add_date(world.elena, world.id, 1, MEETING)
