"""The page of a thread, and the page of involvement."""

from uuid import UUID

import pytest
from django.urls import reverse

from milpa.programmes.registries import Knot, Registered, ThreadEdge, ThreadKind
from milpa.programmes.rules.breadth import Enterprise
from milpa.programmes.rules.involvement import Act
from milpa.programmes.said import said

NEED, CARD = UUID(int=1), UUID(int=2)


@pytest.fixture
def thread(only, world):
    """One card and its need, open to whoever may see the programme."""

    def kind(name, id, text):
        def knots(ids, person):
            may_see = person.institution_id != world.strangers.id
            return {id: Knot(name, id, text, said(""), f"/{name}/", quote=name == "card")} if id in ids and may_see else {}

        return ThreadKind(knots, lambda ids: {id: world.id for id in ids}, lambda programmes: {world.id: [NEED]} if name == "need" else {})

    only.thread_kinds |= {"card": kind("card", CARD, "Me piden rebaja"), "need": kind("need", NEED, "Precio")}
    only.thread_edges["card", "need"] = ThreadEdge(lambda ids: {CARD: [NEED]}, lambda ids: {NEED: [CARD]})


def test_its_page_leads_both_ways_and_to_the_programme(world, thread, signed_in):
    page = signed_in(world.carmen).get(reverse("programmes:thread", args=["need", NEED])).content.decode()
    assert "<q>Me piden rebaja</q>" in page and reverse("programmes:thread", args=["card", CARD]) in page
    assert reverse("programmes:journey", args=[world.id]) in page


def test_an_owner_follows_it_too_without_a_way_into_the_programme(world, thread, signed_in):
    page = signed_in(world.rosa).get(reverse("programmes:thread", args=["card", CARD]))
    assert page.status_code == 200 and "<q>Me piden rebaja</q>" in page.content.decode()
    assert reverse("programmes:journey", args=[world.id]) not in page.content.decode()


def test_the_journey_shows_one_with_what_has_not_happened_yet(world, thread, signed_in):
    page = signed_in(world.ana).get(reverse("programmes:journey", args=[world.id])).content.decode()
    assert "Una tarjeta y lo que fue de ella" in page and "Todavía ninguna acción formativa responde a ella" in page


def test_elena_finds_no_thread(world, thread, signed_in):
    assert signed_in(world.elena).get(reverse("programmes:thread", args=["need", NEED])).status_code == 404
    assert signed_in(world.ana).get(reverse("programmes:thread", args=["moon", NEED])).status_code == 404


def test_involvement_shows_its_two_rows_apart_with_what_keeps_the_next_level(world, only, signed_in):
    hotels = [UUID(int=number) for number in range(10, 22)]
    acts = [Act("listen", "enterprises", 2, enterprise=hotel, contribution=True) for hotel in hotels[:6]]
    only.acts["x"] = lambda ids: {id: [*acts, Act("listen", "representation", 3)] for id in ids}
    only.invited["x"] = lambda ids: {id: {"listen": set(hotels)} for id in ids}
    only.registered["x"] = lambda ids: {id: Registered({hotel: Enterprise("micro") for hotel in hotels}) for id in ids}
    page = signed_in(world.carmen).get(reverse("programmes:involvement", args=[world.id])).content.decode()
    assert "Directiva" in page and "6 aportes no tienen respuesta." in page
    assert "6 de 12 invitadas, 12 en el registro" in page and "microempresa" in page
    assert "Firmar no es decidir" in page
