import pytest

from milpa import ledger
from milpa.courses.actions.meeting import cancel_session, change_session, mark_attendance, newest_marks, schedule_session
from milpa.courses.models import Attendance, CourseEdition, Session
from milpa.courses.refusals import SessionWasHeld
from milpa.courses.standings import attendance_of
from milpa.ledger import clock
from tests.courses.classroom import announced, enrolled


@pytest.fixture
def edition(world):
    return announced(world)


@pytest.fixture
def people(world, edition):
    return enrolled(world, world.rosa, edition), enrolled(world, world.tomas, edition)


@pytest.fixture
def session(world, edition):
    return schedule_session(world.irma, edition.pk, 1, ledger.uuid7(), {"starts_at": clock.now(), "title": "Primera", "minutes": 60})


def test_a_session_scheduled_twice_is_one(world, edition):
    id = ledger.uuid7()
    for _twice in range(2):
        schedule_session(world.irma, edition.pk, 1, id, {"starts_at": clock.now(), "title": "Primera"})
    assert edition.sessions.count() == 1


def test_the_list_is_recorded_once_and_corrected_by_another(world, edition, people, session):
    rosas, tomass = people
    id = ledger.uuid7()
    for _twice in range(2):
        mark_attendance(world.irma, session.pk, id, {rosas.pk})
    assert newest_marks(session) == {rosas.pk: True, tomass.pk: False}
    mark_attendance(world.irma, session.pk, ledger.uuid7(), {rosas.pk, tomass.pk})
    assert newest_marks(session) == {rosas.pk: True, tomass.pk: True}
    assert Attendance.objects.count() == 3
    assert attendance_of([edition])[1] == {edition.pk: 1}


def test_a_session_that_was_held_stays(world, edition, people, session):
    change_session(world.irma, edition.pk, 2, session.pk, {"title": "Primer encuentro"})
    mark_attendance(world.irma, session.pk, ledger.uuid7(), set())
    with pytest.raises(SessionWasHeld):
        cancel_session(world.irma, edition.pk, 3, session.pk)


def test_one_that_was_not_held_goes(world, edition, session):
    cancel_session(world.irma, edition.pk, 2, session.pk)
    assert not Session.objects.exists()


@pytest.mark.parametrize("who", ["beto", "carmen", "rosa", "elena"])
def test_nobody_else_marks_attendance(world, edition, people, session, who):
    with pytest.raises(Session.DoesNotExist):
        mark_attendance(getattr(world, who), session.pk, ledger.uuid7(), set())
    with pytest.raises(CourseEdition.DoesNotExist):
        schedule_session(getattr(world, who), edition.pk, 2, ledger.uuid7(), {"starts_at": clock.now(), "title": "Otra"})
