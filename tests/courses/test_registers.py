from datetime import timedelta
from uuid import UUID

import pytest

from milpa import ledger
from milpa.courses import registers, taking_part, threading
from milpa.courses.actions.helping import ask_for_help
from milpa.courses.actions.learning import open_lesson
from milpa.courses.actions.meeting import mark_attendance, schedule_session
from milpa.courses.actions.practising import send_practice
from milpa.courses.actions.waiting import leave_course
from milpa.courses.models import Lesson
from milpa.courses.pinned import course_at
from milpa.courses.waiting_for import waits
from milpa.ledger import clock
from milpa.people.registries import personal
from milpa.programmes.threads import thread_of
from tests.courses.classroom import announced, answer, enrolled, lessons, published
from tests.courses.strategy import course_action
from tests.readiness.doing import belong

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


@pytest.fixture
def edition(world):
    return announced(world)


def sentences(person, world):
    return sorted(str(wait.what) for wait in waits(person, [world.id]))


def test_what_waits_is_told_to_who_teaches_and_to_nobody_else(world, edition):
    rosas = enrolled(world, world.rosa, edition)
    unit = UUID(course_at(edition.course_id, 1).units[0].id)
    send_practice(world.rosa, rosas.pk, unit, ledger.uuid7(), "La abuela tiene cuarto")
    schedule_session(world.irma, edition.pk, 1, ledger.uuid7(), {"starts_at": clock.now(), "title": "Primer encuentro"})
    assert sentences(world.irma, world) == ["Contestar 1 práctica: Mercadeo", "Hoy: Primer encuentro"]
    assert sentences(world.carmen, world) == sentences(world.elena, world) == []


def test_who_does_not_come_in_for_two_weeks_falls_behind(world, edition):
    enrolled(world, world.rosa, edition)
    with clock.at(clock.now() + timedelta(days=15)):
        assert sentences(world.irma, world) == ["1 persona se atrasa: Mercadeo"]


def test_what_waits_is_asked_in_as_many_queries_for_ten_as_for_one(world, django_assert_max_num_queries):
    course = published(world)
    for person in (world.rosa, world.tomas, world.lidia):
        enrolled(world, person, announced(world, course))
    world.irma.__dict__.pop("roles_read", None)
    with django_assert_max_num_queries(10):
        waits(world.irma, [world.id])


def test_a_questionnaire_about_an_edition_asks_who_started_also_those_who_left(world, edition):
    hotel = belong(world, world.rosa)
    rosas = enrolled(world, world.rosa, edition, enterprise_id=hotel.pk)
    tomass, _lidias = enrolled(world, world.tomas, edition), enrolled(world, world.lidia, edition)
    open_lesson(world.rosa, rosas.pk, UUID(lessons(edition)[0].id))
    session = schedule_session(world.irma, edition.pk, 1, ledger.uuid7(), {"starts_at": clock.now(), "title": "Primera"})
    mark_attendance(world.irma, session.pk, ledger.uuid7(), {tomass.pk})
    leave_course(world.tomas, tomass.pk, ledger.uuid7())
    assert registers.audience([edition.pk]) == {edition.pk: {world.rosa.pk: hotel.pk, world.tomas.pk: None}}
    assert registers.titles([edition.pk]) == {edition.pk: "Mercadeo"}
    assert registers.windows([edition.pk])[edition.pk] == (edition.ends_on, edition.ends_on + timedelta(days=14))


def test_a_lesson_hangs_on_the_thread_of_the_action_that_it_serves(world):
    action = course_action(world)
    edition = announced(world, published(world, actions={"mercadeo": action.pk}))
    first = lessons(edition)[0]
    answer(enrolled(world, world.rosa, edition), first)
    assert threading.forward([action.pk]) == {action.pk: [UUID(first.id)]}
    assert threading.back([UUID(first.id)]) == {UUID(first.id): [action.pk]}
    assert threading.best([world.id]) == {world.id: [UUID(first.id)]}
    knot = threading.knots([UUID(first.id)], world.carmen)[UUID(first.id)]
    assert (knot.text, str(knot.meta)) == ("Quién duerme aquí", "Lección · 1 persona la completó")
    assert UUID(first.id) in threading.knots([UUID(first.id)], world.tomas)
    assert threading.knots([UUID(first.id)], world.elena) == {}
    assert [link.knot.kind for link in thread_of("lesson", UUID(first.id), world.ana)][-1:] == ["lesson"]
    assert threading.programmes_of([UUID(first.id)]) == {UUID(first.id): world.id}
    assert Lesson.objects.count() == 3


def test_enterprises_take_part_when_their_people_enrol_and_come(world, edition):
    hotel = belong(world, world.rosa)
    rosas = enrolled(world, world.rosa, edition, enterprise_id=hotel.pk)
    session = schedule_session(world.irma, edition.pk, 1, ledger.uuid7(), {"starts_at": clock.now(), "title": "Primera"})
    mark_attendance(world.irma, session.pk, ledger.uuid7(), {rosas.pk})
    acts = taking_part.acts([world.id])[world.id]
    assert [(act.phase, act.level, act.enterprise) for act in acts] == [("ready", 1, hotel.pk), ("deliver", 1, hotel.pk)]
    assert taking_part.invited([world.id])[world.id] == {"ready": {hotel.pk}, "deliver": {hotel.pk}}


def test_the_calendar_knows_editions_and_sessions(world, edition):
    schedule_session(world.irma, edition.pk, 1, ledger.uuid7(), {"starts_at": clock.now(), "title": "Primera"})
    assert [(str(date.title), date.kind) for date in taking_part.calendar([world.id])] == [("Mercadeo", "course"), ("Primera", "session")]


def test_what_is_held_of_rosa_is_hers_and_goes_at_her_wish(world, edition):
    rosas = enrolled(world, world.rosa, edition)
    unit = UUID(course_at(edition.course_id, 1).units[0].id)
    send_practice(world.rosa, rosas.pk, unit, ledger.uuid7(), "La abuela tiene cuarto")
    ask_for_help(world.rosa, rosas.pk, UUID(lessons(edition)[0].id), ledger.uuid7(), "¿Y sin foto?")
    courses, practices, questions = personal["courses"].held(world.rosa)
    assert courses.rows[0][0] == "Mercadeo"
    assert practices.rows[0][0] == "La abuela tiene cuarto"
    assert questions.rows[0][0] == "¿Y sin foto?"
    assert personal["courses"].export(world.rosa)["help"][0]["text"] == "¿Y sin foto?"
    assert personal["courses"].export(world.rosa)["practices"][0]["text"] == "La abuela tiene cuarto"
    assert personal["courses"].export(world.tomas)["enrolments"] == []
