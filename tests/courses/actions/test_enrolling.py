from datetime import timedelta

import pytest

from milpa import ledger
from milpa.courses import places
from milpa.courses.actions.enrolling import ask_as_newcomer, enrol, enrol_by_code
from milpa.courses.actions.waiting import give_up, leave_course, offer_places, take_place
from milpa.courses.models import CourseEdition, Enrolment, PlaceAsked
from milpa.courses.refusals import EnrolmentNotOpenYet, EnrolmentOver, NoPlaceFree, NotInTheRegister, OfferLapsed, UnknownCode
from milpa.ledger import clock
from tests.courses.classroom import announced, enrolled, published, waits
from tests.readiness.doing import belong
from tests.world import person


@pytest.fixture
def edition(world):
    return announced(world, places=1)


def test_a_place_asked_for_twice_is_one(world, edition):
    id = ledger.uuid7()
    first = enrol(world.rosa, edition.pk, id, world.rosa.pk)
    assert enrol(world.rosa, edition.pk, id, world.rosa.pk).pk == first.pk == id
    assert Enrolment.objects.count() == 1


def test_who_is_enrolled_and_asks_again_by_another_way_stays_enrolled(world, edition):
    first = enrol(world.rosa, edition.pk, ledger.uuid7(), world.rosa.pk, way="link")
    again = enrol(world.ana, edition.pk, ledger.uuid7(), world.rosa.pk, way="register")
    assert again.pk == first.pk


def test_a_request_sent_again_after_the_last_day_is_answered_as_stored(world, edition):
    id = ledger.uuid7()
    enrol(world.rosa, edition.pk, id, world.rosa.pk)
    with clock.at(clock.now() + timedelta(days=20)):
        assert enrol(world.rosa, edition.pk, id, world.rosa.pk).pk == id


def test_when_all_places_are_taken_the_next_waits_in_line(world, edition):
    enrolled(world, world.rosa, edition)
    second, third = waits(world, world.tomas, edition), waits(world, world.lidia, edition)
    assert [wish.pk for wish in places.standing(edition).line] == [second.pk, third.pk]


def test_a_place_kept_for_women_goes_to_a_woman_who_asked_later(world):
    edition = announced(world, places=2, for_women=1)
    enrolled(world, world.tomas, edition)
    other = person("Otto", world.institute, "owner", email=False)
    waits(world, other, edition)
    enrolled(world, world.rosa, edition, kinds=["women"])


def test_leaving_offers_the_place_to_the_first_in_line_who_takes_it(world, edition):
    rosas = enrolled(world, world.rosa, edition)
    wish = waits(world, world.tomas, edition)
    leave_course(world.rosa, rosas.pk, ledger.uuid7(), "Estoy de viaje")
    assert wish.offers.count() == 1
    taken = take_place(world.tomas, wish.pk, ledger.uuid7())
    assert (taken.person, taken.asked) == (world.tomas, wish)
    assert not places.standing(edition).line


def test_a_place_is_taken_once(world, edition):
    rosas = enrolled(world, world.rosa, edition)
    wish = waits(world, world.tomas, edition)
    leave_course(world.rosa, rosas.pk, ledger.uuid7())
    id = ledger.uuid7()
    assert take_place(world.tomas, wish.pk, id).pk == take_place(world.tomas, wish.pk, id).pk == id


def test_nobody_takes_a_place_before_their_turn(world, edition):
    enrolled(world, world.rosa, edition)
    wish = waits(world, world.tomas, edition)
    with pytest.raises(NoPlaceFree):
        take_place(world.tomas, wish.pk, ledger.uuid7())


def test_an_offer_not_taken_in_time_goes_on_to_the_next(world, edition):
    rosas = enrolled(world, world.rosa, edition)
    first, second = waits(world, world.tomas, edition), waits(world, world.lidia, edition)
    leave_course(world.rosa, rosas.pk, ledger.uuid7())
    with clock.at(clock.now() + timedelta(days=3)):
        assert [offer.asked_id for offer in offer_places(world.ana, edition.pk)] == [second.pk]
        with pytest.raises(OfferLapsed):
            take_place(world.tomas, first.pk, ledger.uuid7())
        take_place(world.lidia, second.pk, ledger.uuid7())


def test_giving_up_leaves_the_line_once(world, edition):
    enrolled(world, world.rosa, edition)
    wish, id = waits(world, world.tomas, edition), ledger.uuid7()
    give_up(world.tomas, wish.pk, id)
    give_up(world.tomas, wish.pk, id)
    assert places.standing(edition).line == []


def test_leaving_twice_is_once(world, edition):
    rosas, id = enrolled(world, world.rosa, edition), ledger.uuid7()
    assert leave_course(world.rosa, rosas.pk, id).pk == leave_course(world.rosa, rosas.pk, id).pk
    assert not Enrolment.objects.standing().exists()


def test_before_the_first_day_and_after_the_last_only_staff_enrol(world, edition):
    with clock.at(clock.now() - timedelta(days=20)), pytest.raises(EnrolmentNotOpenYet):
        enrol(world.rosa, edition.pk, ledger.uuid7(), world.rosa.pk)
    with clock.at(clock.now() + timedelta(days=20)):
        with pytest.raises(EnrolmentOver):
            enrol(world.rosa, edition.pk, ledger.uuid7(), world.rosa.pk)
        enrolled(world, world.rosa, edition)


def test_the_association_enrols_from_its_list(world, edition):
    belong(world, world.rosa)
    assert isinstance(enrol(world.carmen, edition.pk, ledger.uuid7(), world.rosa.pk, way="list"), Enrolment)


@pytest.mark.parametrize("who", ["diego", "fidel", "elena", "tomas"])
def test_nobody_else_enrols_others(world, edition, who):
    with pytest.raises(CourseEdition.DoesNotExist):
        enrol(getattr(world, who), edition.pk, ledger.uuid7(), world.rosa.pk)


def test_a_strangers_owner_is_told_that_the_course_is_not_for_them(world, edition):
    fatima = person("Fatima", world.strangers, "owner", email=False)
    with pytest.raises(NotInTheRegister):
        enrol_by_code(fatima, edition.code, ledger.uuid7())
    with pytest.raises(NotInTheRegister):
        enrol(world.ana, edition.pk, ledger.uuid7(), fatima.pk)


def test_a_code_is_read_as_people_write_it(world, edition):
    spaced = f"{edition.code[:3]} {edition.code[3:].lower()}"
    assert isinstance(enrol_by_code(world.rosa, spaced, ledger.uuid7()), Enrolment)
    with pytest.raises(UnknownCode):
        enrol_by_code(world.rosa, "NADA", ledger.uuid7())


def test_a_newcomer_stands_in_line_until_somebody_confirms_them(world, edition):
    id = ledger.uuid7()
    wish = ask_as_newcomer(edition.code, id, "Doña Chayo", "9555 0101", kinds=["women"])
    assert ask_as_newcomer(edition.code, id, "Doña Chayo", "9555 0101").pk == wish.pk
    assert not Enrolment.objects.exists()
    assert take_place(world.ana, wish.pk, ledger.uuid7()).person.name == "Doña Chayo"


def test_whoever_gets_a_place_is_enrolled_in_the_welcome_lesson_too_once(world):
    welcome = announced(world, published(world, kind="onboarding"))
    enrolled(world, world.rosa, announced(world))
    enrolled(world, world.rosa, announced(world))
    assert welcome.enrolments.count() == 1
    assert PlaceAsked.objects.get(edition=welcome).way == "with"
