import json

import pytest

from milpa import ledger
from milpa.courses.actions.grouping import add_group, place_in_group, remove_group
from milpa.courses.actions.meeting import cancel_session, change_session, mark_attendance, newest_marks, schedule_session
from milpa.courses.models import Attendance, CourseEdition, Session
from milpa.courses.refusals import GroupMeets, NoSuchGroup, SessionWasHeld
from milpa.courses.standings import attendance_of
from milpa.ledger import clock
from milpa.ledger.models.documents import Revision
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
    assert attendance_of([edition]).of(edition.pk, rosas.pk) == (1, 1)


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


def now(edition):
    return CourseEdition.objects.get(pk=edition.pk).revision


@pytest.fixture
def kiche(world, edition):
    """Two groups: Rosa learns in K'iche', Tomás in Spanish."""
    kiche, spanish = (
        add_group(world.ana, edition.pk, now(edition), ledger.uuid7(), {"name": name, "language": language})
        for name, language in (("K'iche'", "quc"), ("Español", "es"))
    )
    for person, group in ((world.rosa, kiche), (world.tomas, spanish)):
        place_in_group(world.ana, enrolled(world, person, edition).pk, ledger.uuid7(), group.pk)
    return kiche


def of(edition, person):
    return edition.enrolments.get(person=person).pk


def meets(world, edition, group=None, title="Encuentro"):
    sheet = {"starts_at": clock.now(), "title": title, "group_id": group and group.pk}
    return schedule_session(world.irma, edition.pk, now(edition), ledger.uuid7(), sheet)


def test_the_list_of_a_groups_session_holds_that_group_only(world, edition, kiche):
    session = meets(world, edition, kiche)
    mark_attendance(world.irma, session.pk, ledger.uuid7(), {of(edition, world.rosa), of(edition, world.tomas)})
    assert newest_marks(session) == {of(edition, world.rosa): True}


def test_a_groups_session_counts_for_that_group_and_one_for_all_for_everybody(world, edition, kiche):
    rosa, tomas = of(edition, world.rosa), of(edition, world.tomas)
    mark_attendance(world.irma, meets(world, edition, kiche).pk, ledger.uuid7(), set())
    mark_attendance(world.irma, meets(world, edition).pk, ledger.uuid7(), {rosa, tomas})
    attended = attendance_of([edition])
    assert (attended.of(edition.pk, rosa), attended.of(edition.pk, tomas)) == ((1, 2), (1, 1))


def test_who_changed_groups_keeps_what_they_attended_and_owes_nothing_of_before(world, edition, kiche):
    tomas, first = of(edition, world.tomas), meets(world, edition, kiche)
    mark_attendance(world.irma, first.pk, ledger.uuid7(), {of(edition, world.rosa)})
    own = meets(world, edition, edition.groups.last())
    mark_attendance(world.irma, own.pk, ledger.uuid7(), {tomas})
    place_in_group(world.ana, tomas, ledger.uuid7(), kiche.pk)
    assert attendance_of([edition]).of(edition.pk, tomas) == (1, 1)
    mark_attendance(world.irma, own.pk, ledger.uuid7(), set())  # a mark of before can still be corrected
    assert attendance_of([edition]).of(edition.pk, tomas) == (0, 1)


def test_a_session_is_for_a_group_of_its_own_edition_or_for_all(world, edition, kiche):
    other = announced(world)
    with pytest.raises(NoSuchGroup):
        meets(world, other, kiche)
    session = meets(world, edition, kiche)
    with pytest.raises(NoSuchGroup):
        change_session(world.irma, edition.pk, now(edition), session.pk, {"group_id": ledger.uuid7()})
    change_session(world.irma, edition.pk, now(edition), session.pk, {"group_id": None})
    session.refresh_from_db()
    assert session.group is None


def test_a_group_that_still_meets_stays(world, edition):
    group = add_group(world.ana, edition.pk, now(edition), ledger.uuid7(), {"name": "Jueves", "language": "es"})
    session = meets(world, edition, group)
    with pytest.raises(GroupMeets):
        remove_group(world.ana, edition.pk, now(edition), group.pk)
    cancel_session(world.irma, edition.pk, now(edition), session.pk)
    remove_group(world.ana, edition.pk, now(edition), group.pk)
    assert not edition.groups.exists()


def test_a_session_for_all_is_written_down_as_before_there_were_groups(world, edition, kiche):
    meets(world, edition, title="Todos")
    meets(world, edition, kiche, title="Solo ellos")
    newest = Revision.objects.get(document=edition.pk, number=now(edition))
    assert [row.get("group") for row in json.loads(bytes(newest.content))["sessions"]] == [None, str(kiche.pk)]
    assert "group" not in json.loads(bytes(newest.content))["sessions"][0]
