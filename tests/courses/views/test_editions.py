"""An edition at the desk and in public: announced, enrolled from the register, waited for, taught, ended."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from milpa import ledger
from milpa.courses.actions.announcing import renew_edition
from milpa.courses.actions.authoring import describe_course
from milpa.courses.actions.closing import close_edition
from milpa.courses.actions.publishing import publish_course
from milpa.courses.models import Attendance, Course, CourseEdition, EditionClosed, Enrolment, PlaceAsked, Session
from milpa.ledger import clock
from milpa.people.models import Person
from tests.courses.classroom import announced, enrolled, published, waits

pytestmark = pytest.mark.django_db(databases=["default", "records"])


@pytest.fixture
def edition(world):
    return announced(world, places=1)


@pytest.fixture
def ana(client, world):
    client.force_login(world.ana.account)
    return client


def address(name, edition, *more):
    return reverse(f"courses:{name}", args=[edition.programme_id, edition.pk, *more])


def typed(**said):
    return {"form_id": str(ledger.uuid7())} | said


def announcement(**said):
    today = clock.today()
    dates = {"starts_on": today + timedelta(7), "ends_on": today + timedelta(60), "enrol_from": today, "enrol_until": today + timedelta(5)}
    return typed(**{"title": "Primera", "places": "20", "offer_days": "2"} | {name: day.isoformat() for name, day in dates.items()} | said)


def test_an_edition_is_announced_once_with_its_rules_its_link_and_its_poster(ana, world):
    course = published(world)
    place = reverse("courses:announce", args=[world.id, course.pk])
    sent = announcement(for_women="8", reserved_until=clock.today().isoformat(), gives_certificate="on", lessons="80", practices="1")
    assert ana.post(place, sent).url == ana.post(place, sent).url
    edition = CourseEdition.objects.get()
    page = ana.get(address("edition", edition)).content.decode()
    poster = ana.get(address("poster", edition)).content.decode()
    for text in (page, poster):
        assert edition.code in text
        assert "8 para mujeres" in text
        assert "80\u00a0% de las lecciones hechas" in text


@pytest.mark.parametrize(("wrong", "words"), [({"for_women": "30"}, "30"), ({"places": "0"}, ""), ({"ends_on": "2001-01-01"}, "fechas")])
def test_an_announcement_that_cannot_be_comes_back_as_it_was_typed(ana, world, wrong, words):
    answer = ana.post(reverse("courses:announce", args=[world.id, published(world).pk]), announcement(title="Mi edición", **wrong))
    assert answer.status_code == 422
    assert "Mi edición" in answer.content.decode() and words in answer.content.decode()
    assert not CourseEdition.objects.exists()


def test_only_who_coordinates_announces(client, world):
    client.force_login(world.irma.account)
    assert client.get(reverse("courses:announce", args=[world.id, published(world).pk])).status_code == 403


def test_whoever_finds_no_free_place_waits_and_is_confirmed_when_one_is_free(ana, world, edition):
    found = ana.get(address("enrol_from_register", edition), {"q": "rosa"}).content.decode()
    assert "Rosa" in found and "Tomas" not in found
    for person in (world.rosa, world.tomas):
        ana.post(address("enrol_person", edition), typed(person_id=str(person.pk), q=""))
    asked = PlaceAsked.objects.waiting().get(edition=edition)
    assert (Enrolment.objects.standing().get(edition=edition).person, asked.person) == (world.rosa, world.tomas)
    assert "Tomas" in ana.get(address("edition", edition)).content.decode()
    refused = ana.post(address("confirm_place", edition, asked.pk), typed())
    assert (refused.status_code, "Ahora no hay lugar libre" in refused.content.decode()) == (422, True)
    rosa = Enrolment.objects.get(person=world.rosa, edition=edition)
    ana.post(address("close_enrolment", edition, rosa.pk), typed(why="Abrió otra sede."))
    ana.post(address("confirm_place", edition, asked.pk), typed())
    assert Enrolment.objects.standing().get(edition=edition).person == world.tomas


def test_sent_twice_somebody_is_enrolled_once(ana, world, edition):
    sent = typed(person_id=str(world.rosa.pk), q="")
    ana.post(address("enrol_person", edition), sent)
    ana.post(address("enrol_person", edition), sent)
    assert Enrolment.objects.filter(edition=edition).count() == 1


def test_a_session_is_planned_in_the_hours_of_the_institution_and_attendance_is_marked(ana, world, edition):
    enrolment = enrolled(world, world.rosa, edition)
    said = {"title": "Primer encuentro", "day": clock.today().isoformat(), "hour": "14:00", "minutes": "60", "way": "online", "at": ""}
    answer = ana.post(address("add_session", edition), typed(revision=str(CourseEdition.objects.get().revision), **said))
    session = Session.objects.get(edition=edition)
    assert session.starts_at.hour == 20  # Guatemala is six hours behind
    assert answer.url == address("session", edition, session.pk)
    ana.post(address("mark_attendance", edition, session.pk), typed(came=[str(enrolment.pk)]))
    assert Attendance.objects.get(enrolment=enrolment).was_there
    assert "checked" in ana.get(answer.url).content.decode()
    sheet = ana.get(address("session_sheet", edition, session.pk)).content.decode()
    assert "Rosa" in sheet and "Firma o huella" in sheet
    ana.post(address("mark_attendance", edition, session.pk), typed())
    assert [mark.was_there for mark in Attendance.objects.in_order()] == [True, False]


def test_an_edition_is_ended_with_its_reason_in_sight(ana, edition):
    assert ana.post(address("end_edition", edition), typed(how="cancelled", why="")).status_code == 422
    ana.post(address("end_edition", edition), typed(how="cancelled", why="No se juntó el grupo."))
    assert EditionClosed.objects.get().how == "cancelled"
    assert "No se juntó el grupo." in ana.get(address("edition", edition)).content.decode()
    assert ana.get(address("end_edition", edition)).status_code == 404


def test_an_edition_is_given_the_improved_text_when_its_staff_say_so(ana, world, edition):
    course = Course.objects.get()
    describe_course(world.ana, course.pk, course.revision, {"summary": "Mejor dicho."})
    course.refresh_from_db()
    publish_course(world.ana, course.pk, course.revision, ledger.uuid7())
    page = ana.get(address("edition", edition)).content.decode()
    assert "su texto se mejoró" in page
    assert ana.post(address("take_revision", edition), {"revision": "0"}).status_code == 409
    assert ana.post(address("take_revision", edition), {"revision": str(edition.revision)}).status_code == 302
    edition.refresh_from_db()
    assert edition.course_revision == course.revision
    assert renew_edition(world.ana, edition.pk, edition.revision).course_revision == course.revision


@pytest.mark.parametrize("name", ["edition", "enrolments", "enrol_from_register", "group", "practices", "certificates", "poster"])
def test_every_page_of_an_edition_reads_within_twelve_queries(ana, world, name, django_assert_max_num_queries):
    edition = announced(world)
    for person in (world.rosa, world.tomas, world.lidia):
        enrolled(world, person, edition)
    ana.get(address(name, edition))
    with django_assert_max_num_queries(12):
        assert ana.get(address(name, edition)).status_code == 200


@pytest.mark.parametrize("name", ["edition", "enrolments", "group", "practices", "certificates", "poster", "enrol_from_register"])
def test_strangers_find_nothing_of_an_edition(client, world, edition, name):
    client.force_login(world.elena.account)
    assert client.get(address(name, edition)).status_code == 404


def test_partners_see_the_edition_and_none_of_its_people(client, world):
    edition = announced(world, places=1)
    enrolled(world, world.rosa, edition)
    waits(world, world.tomas, edition)
    client.force_login(world.diego.account)
    text = client.get(address("edition", edition)).content.decode()
    assert "Tomas" not in text and "Una persona" in text
    assert client.get(address("group", edition)).status_code == 403


def public(edition):
    return reverse("courses:public", args=[edition.code])


def test_anyone_reads_the_rules_of_places_by_the_link_and_none_of_the_people(client, world, edition):
    enrolled(world, world.rosa, edition)
    text = client.get(public(edition)).content.decode()
    assert "1 de 1 lugares está ocupado" in text
    assert "en el orden en que lo piden" in text
    assert "Rosa" not in text
    assert client.get(reverse("courses:public", args=["NADA22"])).status_code == 404


def test_a_learner_enrols_by_the_public_page_and_reads_there_what_they_have(client, world, edition):
    client.force_login(world.rosa.account)
    form = client.get(public(edition)).content.decode()
    sent = {"id": re.search(r'name="id" value="([^"]+)"', form)[1]}
    client.post(reverse("courses:enrol", args=[edition.code]), sent)
    assert Enrolment.objects.standing().get(edition=edition).person == world.rosa
    assert "Usted ya está inscrita" in client.get(public(edition)).content.decode()


def test_somebody_without_a_card_asks_once_and_staff_see_that_a_card_is_missing(client, world, edition):
    place = reverse("courses:ask", args=[edition.code])
    sent = typed(name="Marta Ixcoy", phone="9555 0101", role="owner", of_enterprise="Hospedaje Ixcoy")
    assert client.post(place, sent).status_code == client.post(place, sent).status_code == 302
    assert Person.objects.filter(name="Marta Ixcoy").count() == 1
    client.force_login(world.ana.account)
    page = client.get(address("edition", edition)).content.decode()
    assert "Marta Ixcoy" in page and "todavía sin tarjeta" in page


def test_a_wish_without_a_name_comes_back_as_it_was_typed(client, edition):
    answer = client.post(reverse("courses:ask", args=[edition.code]), typed(name="", phone="9555 0101", role="owner"))
    assert (answer.status_code, "9555 0101" in answer.content.decode()) == (422, True)


def test_a_closed_edition_says_so_and_takes_nobody(client, world, edition):
    close_edition(world.ana, edition.pk, ledger.uuid7(), "cancelled", "No se juntó el grupo.")
    assert "Esta edición está cerrada" in client.get(public(edition)).content.decode()
    assert client.post(reverse("courses:ask", args=[edition.code]), typed(name="M", phone="1", role="owner")).status_code == 422


def test_a_session_is_moved_and_one_that_was_held_stays_on_the_plan(ana, world, edition):
    enrolment = enrolled(world, world.rosa, edition)

    def now():
        return str(CourseEdition.objects.get().revision)

    said = {"title": "Encuentro", "day": clock.today().isoformat(), "hour": "09:00", "minutes": "60", "way": "online", "at": ""}
    ana.post(address("add_session", edition), typed(revision=now(), **said))
    session = Session.objects.get()
    ana.post(address("edit_session", edition, session.pk), typed(revision=now(), **said | {"hour": "10:30"}))
    session.refresh_from_db()
    assert (session.starts_at.hour, session.starts_at.minute) == (16, 30)
    ana.post(address("mark_attendance", edition, session.pk), typed(came=[str(enrolment.pk)]))
    ana.post(address("cancel_session", edition, session.pk), {"revision": now()})
    assert Session.objects.filter(pk=session.pk).exists()


def test_a_closed_edition_goes_on_with_a_reason(ana, world, edition):
    close_edition(world.ana, edition.pk, ledger.uuid7(), "postponed", "Faltó gente.")
    assert ana.post(address("reopen_edition", edition), typed(why="")).status_code == 422
    ana.post(address("reopen_edition", edition), typed(why="Ya se juntó."))
    assert CourseEdition.objects.going_on().get() == edition
