"""What several tables hold of a person is read together, in the order in which it was recorded."""

import pytest

from milpa import ledger
from milpa.people.actions.consenting import give_consent
from milpa.people.gathering import Asked, gathered, words_of
from milpa.people.models import ConsentGiven, Membership, Person

pytestmark = pytest.mark.django_db


def test_rows_of_different_tables_come_by_the_name_of_their_question_in_one_query(world, django_assert_num_queries):
    for use in ("training", "contact"):
        give_consent(world.rosa, ledger.uuid7(), world.rosa, use)
    with django_assert_num_queries(1):
        found = gathered(
            consents=Asked(ConsentGiven.objects.filter(person=world.rosa), ["use", "way"]),
            person=Asked(Person.objects.filter(id=world.rosa.id), ["name"], at=""),
            roles=Asked(Membership.objects.filter(person=world.rosa), ["role"]),
            nobodys=Asked(ConsentGiven.objects.filter(person=world.tomas), ["use", "way", "text_of"]),
        )
    assert [row.texts for row in found["consents"]] == [("training", "screen"), ("contact", "screen")]
    assert [(row.at, row.texts, row.day) for row in found["person"]] == [(None, ("Rosa",), "")]
    assert [row.texts for row in found["roles"]] == [("owner",)]
    assert found["nobodys"] == []
    given = ConsentGiven.objects.in_order()[0]
    assert found["consents"][0].at == given.recorded_at
    assert found["consents"][0].day == given.recorded_at.date().isoformat()


def test_one_table_alone_is_read_as_well(world):
    assert [row.texts for row in gathered(roles=Asked(Membership.objects.filter(person=world.rosa), ["role"]))["roles"]] == [("owner",)]


def test_the_values_of_a_field_are_said_in_words():
    assert words_of(ConsentGiven, "way")["paper"] == "en papel"
