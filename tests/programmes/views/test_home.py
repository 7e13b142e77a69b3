"""Each one's home."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from milpa import ledger
from milpa.people.models import Membership
from milpa.programmes.actions.assigning import Answerable, assign
from milpa.programmes.actions.partners import Part, invite_partner
from milpa.programmes.registries import Wait
from milpa.programmes.said import said
from milpa.programmes.views import home
from tests.world import institution, person


def shown(client):
    return client.get("/").content.decode()


def test_a_stranger_reads_what_milpa_is_and_how_to_come_in(db):
    page = shown(Client())
    assert "Capacitar a las empresas pequeñas junto con ellas" in page
    assert reverse("people:sign_in") in page and reverse("account_login") in page


def test_each_role_finds_its_own(world, only, signed_in):
    only.waits["x"] = lambda who, ids: [Wait(id, said("not met yet"), "/w/", said("met"), roles=frozenset({"facilitator"})) for id in ids]
    assert "todavía no se cumple" in shown(signed_in(world.beto))
    ana = shown(signed_in(world.ana))
    assert "todavía no se cumple" not in ana and "El programa está anclado" in ana


def test_what_is_late_leads_and_is_counted(world, only, signed_in):
    carmens = Membership.objects.open().get(person=world.carmen).id
    assign(world.ana, world.id, 1, {"counterpart": Answerable(carmens, date.today() - timedelta(days=400))})
    page = shown(signed_in(world.carmen))
    assert "1 cosa ya pasó de su fecha." in page and "La contraparte está designada" in page


def test_an_invitation_is_answered_from_the_home(world, signed_in):
    chamber = institution("Cámara Ejemplo", "chamber")
    partner = invite_partner(world.ana, ledger.uuid7(), world.id, chamber.id, Part(decides=True))
    eva = signed_in(person("Eva", chamber, "other_partner"))
    assert reverse("programmes:invitation", args=[partner.id]) in shown(eva)
    assert "Hoteles pequeños" not in shown(signed_in(world.elena))


@pytest.mark.parametrize("who", ["rosa", "lidia"])
def test_owners_and_workers_go_to_their_courses_or_see_their_own_things(world, signed_in, monkeypatch, who):
    client = signed_in(getattr(world, who))
    monkeypatch.setattr(home, "address", lambda name: "/learn/" if name == "courses:home" else "")
    assert client.get("/")["Location"] == "/learn/"
    monkeypatch.setattr(home, "address", lambda name: "")
    assert "Lo que guardamos de usted" in shown(client)


def test_a_home_looks_at_many_programmes_with_as_many_queries(world, programme, signed_in, django_assert_max_num_queries):
    ana = signed_in(world.ana)
    ana.get("/")
    with django_assert_max_num_queries(12):
        page = shown(ana)
    assert "Panaderías" in page and "Hoteles pequeños" in page


def test_the_list_of_programmes_is_a_page_and_a_file(world, programme, signed_in):
    ana, address = signed_in(world.ana), reverse("programmes:programmes")
    assert "Panaderías" in ana.get(address).content.decode()
    assert "Panaderías" not in ana.get(f"{address}?words=hoteles").content.decode()
    csv = b"".join(ana.get(f"{address}?formato=csv")).decode()
    assert "Panaderías" in csv and "Instituto Ejemplo" in csv
