"""Enterprises written by hand, corrected, and let go of."""

from decimal import Decimal

import pytest

from milpa import ledger
from milpa.conglomerates.actions.registering import Sheet, add_enterprise, edit_enterprise, erase_contact, say_board
from milpa.conglomerates.involving import registered
from milpa.conglomerates.models import DuplicatePair, Enterprise
from milpa.conglomerates.refusals import NotAMunicipality
from milpa.ledger.models.documents import Revision
from milpa.ledger.refusals import StaleRevision
from milpa.programmes.models import Programme

LUNA = Sheet("Hotel Luna", "0710", isic="5510", workers=6, led_by="woman", contact="Rosa", phone="90010001", email="rosa@example.org")


@pytest.fixture
def luna(world):
    return add_enterprise(world.ana, world.id, ledger.uuid7(), LUNA)


def again(one: Enterprise) -> Enterprise:
    return Enterprise.objects.get(id=one.id)


def test_department_and_size_follow_from_the_rest(luna):
    assert (again(luna).department, again(luna).size, again(luna).revision) == ("GT-07", "micro", 1)


def test_sales_decide_where_they_are_known_and_the_year_has_a_unit(world, luna):
    changed = Sheet("Hotel Luna", "0710", isic="5510", workers=6, sales=Decimal(1_000_000), of_year=2020)
    assert edit_enterprise(world.ana, luna.id, 1, changed).size == "small"  # 1,000,000 / 2,992.37 = 334 wages, above 190


def test_added_twice_it_is_one(world, luna):
    assert add_enterprise(world.ana, world.id, luna.id, LUNA) == luna
    assert Enterprise.objects.count() == 1


def test_a_stale_tab_changes_nothing(world, luna):
    edit_enterprise(world.ana, luna.id, 1, Sheet("Hotel Luna Nueva", "0710"))
    with pytest.raises(StaleRevision):
        edit_enterprise(world.beto, luna.id, 1, Sheet("Hotel Luna Vieja", "0710"))
    assert again(luna).name == "Hotel Luna Nueva"


def test_a_change_of_the_telephone_alone_is_a_revision_that_does_not_say_it(world, luna):
    edit_enterprise(world.ana, luna.id, 1, Sheet("Hotel Luna", "0710", isic="5510", workers=6, led_by="woman", phone="90010002"))
    assert again(luna).revision == 2
    assert b"9001" not in bytes(Revision.objects.get(document=luna.id, number=2).content)


def test_erased_contact_data_stand_nowhere(world, luna):
    erase_contact(world.carmen, luna.id, "Lo pidió doña Rosa por teléfono")
    assert (again(luna).contact, again(luna).phone, again(luna).email, again(luna).revision) == ("", "", "", 2)
    assert not any(b"rosa@" in bytes(row.content) for row in Revision.objects.filter(document=luna.id))
    erase_contact(world.carmen, luna.id, "Otra vez")
    assert again(luna).revision == 2


def test_an_invented_municipality_is_refused(world):
    with pytest.raises(NotAMunicipality):
        add_enterprise(world.ana, world.id, ledger.uuid7(), Sheet("Hotel", "9999"))


def test_one_that_looks_like_another_is_proposed_at_once(world, luna):
    add_enterprise(world.ana, world.id, ledger.uuid7(), Sheet("Hotel La Luna", "0710", phone="90010001"))
    assert DuplicatePair.objects.undecided().count() == 1


def test_the_board_is_told_apart_and_the_newest_word_counts(world, luna):
    say_board(world.ana, luna.id, ledger.uuid7(), True)
    assert registered([world.id])[world.id].board == {luna.id}
    say_board(world.ana, luna.id, ledger.uuid7(), False)
    assert registered([world.id])[world.id].board == frozenset()
    assert registered([world.id])[world.id].enterprises[luna.id].leader_sex == "woman"


def test_strangers_partners_and_instructors_write_nothing(world, luna):
    for person in (world.elena, world.diego, world.irma):
        with pytest.raises(Programme.DoesNotExist):
            add_enterprise(person, world.id, ledger.uuid7(), LUNA)
        with pytest.raises(Enterprise.DoesNotExist):
            edit_enterprise(person, luna.id, 1, LUNA)
