"""Joining a workshop without an account."""

import pytest

from milpa import ledger
from milpa.people.models import Person
from milpa.workshops.actions import closing, joining
from milpa.workshops.models import Participant, Workshop
from milpa.workshops.refusals import NameNeeded, WorkshopIsClosed, WrongHandover


def test_a_guest_becomes_a_person_of_the_host_with_a_name_and_nothing_else(planned):
    place = joining.join(planned.id, ledger.uuid7(), "  Doña   Mari ", enterprise_text="Posada El Sol")
    person = place.person
    assert (place.name, person.name, person.institution, hasattr(person, "account")) == (
        "Doña Mari",
        "Doña Mari",
        planned.world.institute,
        False,
    )


def test_joining_sent_twice_is_one_participant_and_one_person(planned):
    id, people = ledger.uuid7(), Person.objects.count()
    joining.join(planned.id, id, "Mari", enterprise_text="hotel luna")
    joining.join(planned.id, id, "Mari", enterprise_text="hotel luna")
    assert Participant.objects.filter(id=id).count() == 1
    assert Person.objects.count() == people + 1


def test_an_enterprise_is_known_by_its_name_in_the_register(planned):
    assert joining.join(planned.id, ledger.uuid7(), "Mari", enterprise_text="hotel luna").enterprise == planned.luna
    assert joining.join(planned.id, ledger.uuid7(), "Mari", enterprise_text="Otro").enterprise is None


def test_two_people_may_have_the_same_name(planned):
    one, other = (joining.join(planned.id, ledger.uuid7(), "Rosa") for _ in range(2))
    assert one.person != other.person


def test_a_known_person_comes_once_however_often_they_join(planned):
    again = joining.join(planned.id, ledger.uuid7(), "Rosa", by=planned.world.rosa, person_id=planned.world.rosa.id)
    assert again == planned.rosa


def test_nobody_joins_without_a_name_or_a_closed_workshop(judged):
    with pytest.raises(NameNeeded):
        joining.join(judged.id, ledger.uuid7(), "   ")
    closing.close_workshop(judged.beto, judged.id, ledger.uuid7())
    with pytest.raises(WorkshopIsClosed):
        joining.join(judged.id, ledger.uuid7(), "Tarde")


def test_who_joined_before_closing_is_answered_as_stored_afterwards(judged):
    id = ledger.uuid7()
    joining.join(judged.id, id, "Mari")
    closing.close_workshop(judged.beto, judged.id, ledger.uuid7())
    assert joining.join(judged.id, id, "Mari").id == id


def test_a_number_brings_the_same_participant_to_a_second_phone(planned):
    number = joining.handover_number(planned.tomas)
    assert joining.come_back(planned.id, f"{number[:4]} {number[4:]}") == planned.tomas
    for wrong in ("00000000", "", "hola", "٣٣٣٣٣٣٣٣"):
        with pytest.raises(WrongHandover):
            joining.come_back(planned.id, wrong)


def test_only_who_facilitates_enters_somebody_else(planned):
    for stranger in (planned.world.elena, planned.world.diego, planned.world.lidia):
        with pytest.raises(Workshop.DoesNotExist):
            joining.join(planned.id, ledger.uuid7(), "Alguien", way="paper", by=stranger)
