"""The meeting that gave results back: once, not in the future, and those who came were informed."""

from datetime import timedelta

import pytest

from milpa import ledger
from milpa.ledger.refusals import Conflict, NotYours
from milpa.programmes.models import Programme
from milpa.results import registers
from milpa.results.actions.giving_back import Meeting, record_meeting
from milpa.results.models import MeetingAttended, MeetingHeld
from milpa.results.refusals import MeetingInTheFuture
from tests.results.evaluated import enterprises, ids


@pytest.fixture
def today(world):
    return ledger.now().date() - timedelta(days=1)


def test_sent_twice_it_is_on_record_once_with_those_who_came(world, today):
    hotels, id = enterprises(world, 6), ledger.uuid7()
    for _ in range(2):
        record_meeting(world.beto, id, world.id, Meeting(today, "Asamblea", 20, True), ids(hotels))
    assert (MeetingHeld.objects.count(), MeetingAttended.objects.count()) == (1, 6)
    with pytest.raises(Conflict):
        record_meeting(world.beto, id, world.id, Meeting(today, "Otra"))


def test_a_day_that_has_not_come_is_refused(world, today):
    with pytest.raises(MeetingInTheFuture):
        record_meeting(world.ana, ledger.uuid7(), world.id, Meeting(today + timedelta(days=9)))


def test_who_came_was_informed_in_the_phase_of_evaluating(world, today):
    hotels = enterprises(world, 5)
    record_meeting(world.ana, ledger.uuid7(), world.id, Meeting(today, board_came=True), ids(hotels))
    acts = registers.acts([world.id])[world.id]
    assert {act.phase for act in acts} == {"evaluate"}
    assert sorted(act.side for act in acts) == ["enterprises"] * 5 + ["representation"]


def test_enterprises_of_another_programme_are_left_out(world, today):
    record_meeting(world.ana, ledger.uuid7(), world.id, Meeting(today), [ledger.uuid7()])
    assert MeetingAttended.objects.count() == 0


def test_a_partner_does_not_record_it_and_elena_finds_nothing(world, today):
    with pytest.raises(NotYours):
        record_meeting(world.carmen, ledger.uuid7(), world.id, Meeting(today))
    with pytest.raises(Programme.DoesNotExist):
        record_meeting(world.elena, ledger.uuid7(), world.id, Meeting(today))
