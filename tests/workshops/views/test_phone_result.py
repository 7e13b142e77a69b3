"""The result given back, and what became of one's card."""

import pytest

from milpa import ledger
from milpa.people.models import Person
from milpa.workshops.actions import ordering, publishing
from milpa.workshops.models import Card, Need, Remark
from tests.workshops.story import needs_of
from tests.workshops.views.test_phone_room import holds, text


@pytest.fixture
def published(closed):
    publishing.publish_result(closed.world.ana, closed.world.id, needs_of(closed).revision)
    return closed


def test_before_it_is_published_the_address_says_so(client, closed):
    assert "todavía no se ha publicado" in text(client.get(f"/w/{closed.workshop.slug}/result/"))


def test_whoever_has_the_link_reads_the_two_lists_and_what_was_handed_on(client, published, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        shown = text(client.get(f"/w/{published.workshop.slug}/result/"))
    assert shown.index("Precio y temporada") < shown.index("Vender directo") < shown.index("Reservaciones") < shown.index("Caminos")
    assert "Municipalidad" in shown


def test_who_could_not_come_remarks_by_the_link(client, published):
    typed = {"form_id": str(ledger.uuid7()), "text": "¿Y el agua?", "name": "Gaspar, Puente de Humo"}
    for _time in range(2):
        assert client.post(f"/w/{published.workshop.slug}/remark/", typed).status_code == 302
    assert (Remark.objects.get().way, Remark.objects.get().enterprise) == ("link", None)


def test_a_remark_too_long_comes_back_whole(client, published):
    words = "agua " * 400
    answer = client.post(f"/w/{published.workshop.slug}/remark/", {"form_id": str(ledger.uuid7()), "text": words})
    assert (answer.status_code, words.strip() in text(answer)) == (422, True)


def test_one_s_own_remark_is_shown_with_its_answer(client, published):
    said = publishing.remark(published.rosa.person, published.world.id, ledger.uuid7(), "Que sea en hora de trabajo")
    publishing.answer_remark(published.world.ana, said.id, ledger.uuid7(), "will_be_done", "Entra en la carta")
    shown = text(client.get(f"{holds(client, published.rosa)}result/"))
    assert "Que sea en hora de trabajo" in shown
    assert "Entra en la carta" in shown
    assert "hora de trabajo" not in text(client.get(f"{holds(client, published.tomas)}result/"))


def test_what_became_of_a_card_leads_to_its_need_and_the_answer(client, published, django_assert_max_num_queries):
    direct = Need.objects.of(published.world.id).get(title="Vender directo")
    ordering.answer_need(published.world.ana, direct.id, ledger.uuid7(), "will_be_done", "Unidad 4 del curso")
    card = Card.objects.get(text__startswith="Booking")
    place = holds(client, published.rosa)
    assert "Unidad 4 del curso" in text(client.get(f"{place}mine/"))
    with django_assert_max_num_queries(12):
        shown = text(client.get(f"{place}mine/{card.id}/"))
    assert "Vender directo" in shown
    assert "Unidad 4 del curso" in shown
    assert "prioridad 2 de 3" in shown


def test_the_author_says_that_the_answer_is_none_once(client, published):
    price = Need.objects.of(published.world.id).get(title="Precio y temporada")
    ordering.answer_need(published.world.ana, price.id, ledger.uuid7(), "not_because", "No hay dinero")
    card = Card.objects.get(text="Siempre me piden rebaja")
    place = holds(client, published.tomas)
    for _time in range(2):
        assert client.post(f"{place}mine/{card.id}/not-answered/").status_code == 302
    assert card.disputes.count() == 1
    assert "Usted dijo que esto no le contesta" in text(client.get(f"{place}mine/{card.id}/"))


def test_nobody_disputes_the_answer_to_another_s_card(client, published):
    card = Card.objects.get(text="Siempre me piden rebaja")
    assert client.post(f"{holds(client, published.rosa)}mine/{card.id}/not-answered/").status_code == 404


@pytest.mark.django_db(databases=["default", "records"])
def test_a_guest_who_asks_to_go_leaves_empty_cards_that_stay_counted(client, published):
    place = holds(client, published.tomas)
    assert client.post(f"{place}forget/").status_code == 302
    assert Person.objects.get(id=published.tomas.person_id).name == ""
    assert set(Card.objects.filter(participant=published.tomas).values_list("text", flat=True)) == {""}
