import pytest

from milpa import ledger
from milpa.courses.actions.waiting import leave_course
from milpa.courses.models import Enrolment, PlaceAsked
from tests.courses.classroom import announced, enrolled, waits
from tests.world import person

pytestmark = pytest.mark.django_db(databases=["default", "records"])


@pytest.fixture
def edition(world):
    return announced(world, places=1)


@pytest.fixture
def phone(client, world):
    def of(who):
        client.force_login(who.account)
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "es"
        return client

    return of


def id():
    return {"id": str(ledger.uuid7())}


def test_a_code_leads_to_the_public_page_and_a_wrong_one_says_so(phone, world, edition):
    assert phone(world.rosa).post("/learn/enrol/", {"code": edition.code.lower()}).url == f"/e/{edition.code}/"
    answer = phone(world.rosa).post("/learn/enrol/", {"code": "NADA99"})
    assert answer.status_code == 422
    assert "Ningún curso tiene este código" in answer.content.decode()
    assert 'value="NADA99"' in answer.content.decode()


def test_whoever_gets_a_place_is_led_to_the_course_also_when_sent_twice(phone, world, edition):
    sent = id()
    one = phone(world.rosa).post(f"/e/{edition.code}/enrol/", sent)
    other = phone(world.rosa).post(f"/e/{edition.code}/enrol/", sent)
    assert one.url == other.url == f"/learn/{Enrolment.objects.get().pk}/"


def test_whoever_comes_later_is_led_to_their_place_in_the_line(phone, world, edition):
    enrolled(world, world.rosa, edition)
    answer = phone(world.tomas).post(f"/e/{edition.code}/enrol/", id(), follow=True)
    assert "Es el número 1 de 1" in answer.content.decode()


def test_when_it_is_their_turn_they_take_the_place(phone, world, edition):
    rosas = enrolled(world, world.rosa, edition)
    wish = waits(world, world.tomas, edition)
    leave_course(world.rosa, rosas.pk, ledger.uuid7())
    assert "Hay un lugar para usted" in phone(world.tomas).get(f"/learn/places/{wish.pk}/").content.decode()
    answer = phone(world.tomas).post(f"/learn/places/{wish.pk}/take/", id())
    assert answer.url == f"/learn/{Enrolment.objects.standing().get().pk}/"


def test_before_their_turn_they_are_told_and_stay_in_the_line(phone, world, edition):
    enrolled(world, world.rosa, edition)
    wish = waits(world, world.tomas, edition)
    answer = phone(world.tomas).post(f"/learn/places/{wish.pk}/take/", id(), follow=True)
    assert "Ahora no hay lugar libre" in answer.content.decode()
    phone(world.tomas).post(f"/learn/places/{wish.pk}/give-up/", id())
    assert not PlaceAsked.objects.waiting().exists()


def test_leaving_is_asked_once_more_and_takes_a_reason(phone, world, edition):
    rosas = enrolled(world, world.rosa, edition)
    assert "¿No puede seguir?" in phone(world.rosa).get(f"/learn/{rosas.pk}/leave/").content.decode()
    phone(world.rosa).post(f"/learn/{rosas.pk}/leave/", id() | {"why": "Es temporada alta"})
    assert rosas.closings.get().why == "Es temporada alta"


def test_a_strangers_owner_is_told_why_they_have_no_place(phone, world, edition):
    fatima = person("Fatima", world.strangers, "owner", email=False)
    answer = phone(fatima).post(f"/e/{edition.code}/enrol/", id(), follow=True)
    assert "todavía no está en su registro" in answer.content.decode()
    assert not PlaceAsked.objects.exists()


@pytest.mark.parametrize("verb", ["take", "give-up"])
def test_nobody_acts_on_anothers_place_in_the_line(phone, world, edition, verb):
    enrolled(world, world.rosa, edition)
    wish = waits(world, world.tomas, edition)
    assert phone(world.lidia).post(f"/learn/places/{wish.pk}/{verb}/", id()).status_code == 404
