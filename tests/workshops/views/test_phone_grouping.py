"""Grouping on phones, without script: cards chosen, a group said, and what others did is told."""

import pytest

from milpa import ledger
from milpa.workshops.actions import grouping
from milpa.workshops.models import CardPlaced, Group
from tests.workshops.actions.test_grouping_together import REBATE, let_phones_group, lies
from tests.workshops.views.test_helping import begin
from tests.workshops.views.test_phone_room import holds


@pytest.fixture
def story(written):
    let_phones_group(written)
    written.go_to("grouping")
    return written


def card(story, text=REBATE, seen="none"):
    return f"{story.cards[text].id} {ledger.uuid7()} {seen}"


def test_a_participant_puts_cards_into_a_new_group(client, story):
    place = holds(client, story.rosa)
    page = client.get(f"{place}group/").content.decode()
    assert REBATE in page and "Ponerlas ahí" in page
    typed = {"form_id": str(ledger.uuid7()), "group": "new", "name": "Precio", "card": [card(story)]}
    answer = client.post(f"{place}group/move/", typed, follow=True)
    assert "Se movió 1 tarjeta" in answer.content.decode()
    assert lies(story, REBATE) == "Precio"


def test_what_somebody_moved_meanwhile_is_left_and_said(client, story):
    place = holds(client, story.rosa)
    prices = grouping.make_group(story.beto, story.id, ledger.uuid7(), "Precio")
    roads = grouping.make_group(story.beto, story.id, ledger.uuid7(), "Caminos")
    grouping.place_card(story.beto, story.id, ledger.uuid7(), story.cards[REBATE].id, prices.id)
    typed = {"form_id": str(ledger.uuid7()), "group": str(roads.id), "card": [card(story)]}
    page = client.post(f"{place}group/move/", typed, follow=True).content.decode()
    assert "Beto" in page and "mientras usted elegía" in page
    assert lies(story, REBATE) == "Precio"


def test_without_a_name_or_without_a_card_the_page_says_so(client, story):
    place = holds(client, story.rosa)
    typed = {"form_id": str(ledger.uuid7()), "group": "new", "name": " ", "card": [card(story)]}
    assert client.post(f"{place}group/move/", typed).status_code == 422
    page = client.post(f"{place}group/move/", {"form_id": str(ledger.uuid7()), "group": "none"}, follow=True).content.decode()
    assert "Elija al menos una tarjeta" in page
    assert (Group.objects.count(), CardPlaced.objects.count()) == (0, 0)


def test_where_the_plan_does_not_say_so_the_page_says_why_and_takes_nothing(client, written):
    written.go_to("grouping")
    place = holds(client, written.rosa)
    page = client.get(f"{place}group/").content.decode()
    assert "se agrupan en la pared, no por teléfono" in page and "Ponerlas ahí" not in page
    typed = {"form_id": str(ledger.uuid7()), "group": "new", "name": "Precio", "card": [card(written)]}
    assert client.post(f"{place}group/move/", typed).status_code == 403
    assert Group.objects.count() == 0


def test_the_wall_of_a_phone_leads_there_only_where_the_plan_says_so(client, story, world):
    place = holds(client, story.rosa)
    assert f"{place}group/" in client.get(f"{place}groups/").content.decode()
    assert f"{place}group/" in client.get(f"{place}room/").content.decode()


def test_a_helper_groups_without_the_plan(client, written):
    written.go_to("grouping")
    place = begin(client, written)
    assert REBATE in client.get(f"{place}group/").content.decode()
    typed = {"form_id": str(ledger.uuid7()), "group": "new", "name": "Precio", "card": [card(written)]}
    assert client.post(f"{place}group/move/", typed).status_code == 302
    assert lies(written, REBATE) == "Precio"


def test_whoever_is_not_in_the_room_is_sent_to_the_door(client, story):
    place = f"/w/{story.workshop.slug}/"
    for address in ("group/", "help/group/"):
        assert client.get(place + address).status_code == 302
        assert client.post(f"{place}{address}move/", {}).status_code == 302


def test_the_page_is_read_within_twelve_queries(client, story, django_assert_max_num_queries):
    place = holds(client, story.rosa)
    with django_assert_max_num_queries(12):
        assert client.get(f"{place}group/").status_code == 200
