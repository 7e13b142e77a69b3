"""The groups of an edition, and who is in which: what they asked for, unless somebody put them elsewhere since."""

import pytest

from milpa import ledger
from milpa.courses import groups
from milpa.courses.actions.announcing import change_edition
from milpa.courses.actions.enrolling import ask_as_newcomer, enrol_by_code
from milpa.courses.actions.grouping import add_group, edit_group, place_in_group, remove_group
from milpa.courses.models import CourseEdition, EditionGroup, Enrolment, GroupChosen, PlaceAsked
from milpa.courses.refusals import GroupInUse, NoSuchGroup
from milpa.ledger.models.documents import Revision
from milpa.ledger.refusals import StaleRevision
from tests.courses.classroom import announced, enrolled

pytestmark = pytest.mark.django_db(databases=["default", "records"])
SPANISH = {"name": "En español", "language": "es", "schedule": "martes, 19:00"}
QUICHE = {"name": "En k'iche'", "language": "quc", "schedule": "sábado, 9:00"}


@pytest.fixture
def edition(world):
    return announced(world)


def now(edition):
    return CourseEdition.objects.values_list("revision", flat=True).get(id=edition.pk)


@pytest.fixture
def two(world, edition):
    return [add_group(world.ana, edition.pk, now(edition), ledger.uuid7(), sheet) for sheet in (SPANISH, QUICHE)]


def test_a_group_is_a_part_of_the_edition_and_its_revision(world, edition, two):
    assert [group.name for group in groups.groups_of(edition.pk)] == ["En español", "En k'iche'"]
    kept = Revision.objects.get(document=edition.pk, number=now(edition)).plain()
    assert [group["language"] for group in kept["groups"]] == ["es", "quc"]


def test_sent_twice_it_is_one_and_from_a_stale_tab_none(world, edition):
    id, was = ledger.uuid7(), now(edition)
    assert add_group(world.ana, edition.pk, was, id, SPANISH) == add_group(world.ana, edition.pk, now(edition), id, SPANISH)
    with pytest.raises(StaleRevision):
        add_group(world.ana, edition.pk, was, ledger.uuid7(), QUICHE)
    assert EditionGroup.objects.count() == 1


def test_an_edition_without_groups_reads_as_it_did(world, edition):
    before = now(edition)
    change_edition(world.ana, edition.pk, before, {})
    assert now(edition) == before


def test_who_enrols_is_in_the_group_they_chose_until_they_are_put_elsewhere(world, edition, two):
    place = enrol_by_code(world.rosa, edition.code, ledger.uuid7(), group=two[1].pk)
    assert groups.group_of(place.pk) == two[1]
    id = ledger.uuid7()
    for _twice in range(2):
        place_in_group(world.irma, place.pk, id, two[0].pk)
    assert groups.by_enrolment(edition.pk) == {place.pk: two[0].pk}
    assert GroupChosen.objects.count() == 1


def test_a_newcomer_keeps_the_group_they_asked_for(world, edition, two):
    ask_as_newcomer(edition.code, ledger.uuid7(), "Doña Chayo", "9555 0101", group=two[1].pk)
    assert PlaceAsked.objects.get().group == two[1].pk


def test_a_group_of_another_edition_is_none_of_this(world, edition, two):
    with pytest.raises(NoSuchGroup):
        enrol_by_code(world.rosa, edition.code, ledger.uuid7(), group=ledger.uuid7())
    rosa = enrolled(world, world.rosa, edition)
    with pytest.raises(NoSuchGroup):
        place_in_group(world.irma, rosa.pk, ledger.uuid7(), ledger.uuid7())


def test_a_group_with_people_stays_and_an_empty_one_may_go(world, edition, two):
    enrol_by_code(world.rosa, edition.code, ledger.uuid7(), group=two[0].pk)
    with pytest.raises(GroupInUse):
        remove_group(world.ana, edition.pk, now(edition), two[0].pk)
    remove_group(world.ana, edition.pk, now(edition), two[1].pk)
    assert [group.pk for group in groups.groups_of(edition.pk)] == [two[0].pk]


def test_a_group_is_renamed(world, edition, two):
    edit_group(world.ana, edition.pk, now(edition), two[0].pk, SPANISH | {"schedule": "jueves, 19:00"})
    assert groups.label(EditionGroup.objects.get(id=two[0].pk)) == "En español (español, jueves, 19:00)"


@pytest.mark.parametrize("who", ["irma", "carmen", "rosa", "elena"])
def test_only_who_announces_makes_groups(world, edition, who):
    with pytest.raises(CourseEdition.DoesNotExist):
        add_group(getattr(world, who), edition.pk, now(edition), ledger.uuid7(), SPANISH)


def test_a_stranger_puts_nobody_anywhere(world, edition, two):
    rosa = enrolled(world, world.rosa, edition)
    with pytest.raises(Enrolment.DoesNotExist):
        place_in_group(world.elena, rosa.pk, ledger.uuid7(), two[0].pk)
