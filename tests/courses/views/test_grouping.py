"""The pages of groups: made at the desk, chosen with the place, seen in the group's list."""

import re

import pytest
from django.urls import reverse

from milpa import ledger
from milpa.courses import groups
from milpa.courses.actions.enrolling import enrol_by_code
from milpa.courses.actions.grouping import add_group
from milpa.courses.models import CourseEdition, Enrolment, PlaceAsked
from tests.courses.actions.test_grouping import QUICHE, SPANISH
from tests.courses.classroom import announced, enrolled

pytestmark = pytest.mark.django_db(databases=["default", "records"])


@pytest.fixture
def edition(world):
    return announced(world)


def now(edition):
    return CourseEdition.objects.values_list("revision", flat=True).get(id=edition.pk)


@pytest.fixture
def two(world, edition):
    return [add_group(world.ana, edition.pk, now(edition), ledger.uuid7(), sheet) for sheet in (SPANISH, QUICHE)]


def address(name, edition, *more):
    return reverse(f"courses:{name}", args=[edition.programme_id, edition.pk, *more])


def test_a_group_is_added_and_a_stale_tab_keeps_what_was_typed(client, world, edition, django_assert_max_num_queries):
    client.force_login(world.ana.account)
    typed = {"form_id": str(ledger.uuid7()), "revision": now(edition), **SPANISH}
    assert client.post(address("add_group", edition), typed).status_code == 302
    again = client.post(address("add_group", edition), typed | {"form_id": str(ledger.uuid7()), "name": "Otro grupo"})
    assert again.status_code == 409
    assert "Otro grupo" in again.content.decode()
    with django_assert_max_num_queries(12):
        assert "En español" in client.get(address("groups", edition)).content.decode()


def test_the_public_page_asks_which_group_only_where_there_are_several(client, world, edition):
    page = reverse("courses:public", args=[edition.code])
    add_group(world.ana, edition.pk, now(edition), ledger.uuid7(), SPANISH)
    assert "¿En qué grupo?" not in client.get(page).content.decode()
    quiche = add_group(world.ana, edition.pk, now(edition), ledger.uuid7(), QUICHE)
    assert "¿En qué grupo?" in client.get(page).content.decode()
    typed = {"form_id": str(ledger.uuid7()), "name": "Doña Chayo", "phone": "9555 0101", "role": "owner"}
    ask = reverse("courses:ask", args=[edition.code])
    assert client.post(ask, typed).status_code == 422
    assert client.post(ask, typed | {"group": str(quiche.pk)}).status_code == 302
    assert PlaceAsked.objects.get().group == quiche.pk


def test_who_has_a_card_chooses_the_group_with_the_place_and_finds_it_in_the_course(client, world, edition, two):
    client.force_login(world.rosa.account)
    assert "sábado, 9:00" in client.get(reverse("courses:public", args=[edition.code])).content.decode()
    sent = {"id": str(ledger.uuid7()), "group": str(two[1].pk)}
    client.post(reverse("courses:enrol", args=[edition.code]), sent)
    seat = Enrolment.objects.get(edition=edition)
    assert "Su grupo: En k&#39;iche&#39;, sábado, 9:00" in client.get(f"/learn/{seat.pk}/").content.decode()


def test_the_instructor_sees_one_group_of_it_and_puts_people_into_another(client, world, edition, two, django_assert_max_num_queries):
    rosa = enrol_by_code(world.rosa, edition.code, ledger.uuid7(), group=two[1].pk)
    enrolled(world, world.tomas, edition)
    client.force_login(world.irma.account)
    page = address("group", edition)
    with django_assert_max_num_queries(12):
        table = rows(client.get(f"{page}?group={two[1].pk}"))
    assert ("Rosa" in table, "Tomas" in table) == (True, False)
    assert "Tomas" in rows(client.get(f"{page}?group=none"))
    place = address("place_in_group", edition, rosa.pk)
    assert "En español" in client.get(place).content.decode()
    client.post(place, {"form_id": str(ledger.uuid7()), "group": str(two[0].pk)})
    assert groups.group_of(rosa.pk) == two[0]


def rows(answer):
    return re.search(r"<tbody.*</tbody>", answer.content.decode(), re.S)[0]


def test_who_asks_too_often_is_told_when_to_come_back_and_keeps_what_was_typed(client, world, edition, monkeypatch):
    monkeypatch.setattr("milpa.web.limits.ASKED_BY_BROWSER", 1)
    ask = reverse("courses:ask", args=[edition.code])
    typed = {"name": "Doña Chayo", "phone": "9555 0101", "role": "owner"}
    assert client.post(ask, typed | {"form_id": str(ledger.uuid7())}).status_code == 302
    again = client.post(ask, typed | {"form_id": str(ledger.uuid7()), "name": "Don Lalo"})
    assert again.status_code == 429
    assert "Don Lalo" in again.content.decode()
    assert PlaceAsked.objects.count() == 1
