"""The pages of the choice: open to whom they should, with a bounded number of queries, and keeping what was typed."""

import re

import pytest

from milpa import ledger
from milpa.conglomerates.actions.deciding import decide
from milpa.conglomerates.models import Selection
from tests.conglomerates.choice import again, all_weigh, choice

PAGES = ["", "weigh/", "comparison/", "sheet/"]


@pytest.fixture
def ready(world):
    selection = choice(world)
    all_weigh(world, selection)
    hotels = selection.candidates.get(name="Hoteles pequeños")
    decide(world.ana, selection.id, again(selection).revision, hotels.id, "La asociación lo pidió.")
    return f"/programmes/{world.id}/selection/"


@pytest.mark.parametrize("page", PAGES)
def test_partners_read_the_choice_within_twelve_queries_and_a_stranger_finds_nothing(
    client, world, ready, page, django_assert_max_num_queries
):
    client.force_login(world.carmen.account)
    client.get(ready)
    with django_assert_max_num_queries(12):
        assert client.get(ready + page).status_code == 200
    client.force_login(world.elena.account)
    assert client.get(ready + page).status_code == 404


def test_the_comparison_says_its_finding_in_words_first(client, world, ready):
    client.force_login(world.diego.account)
    text = client.get(ready + "comparison/").content.decode()
    assert "Las partes coinciden" in text
    assert "True" not in client.get(ready).content.decode()
    assert "sin dato de Ingresos del exterior: se tomó el peor valor" in text


def test_weights_that_sum_to_zero_come_back_with_what_was_typed(client, world, ready):
    client.force_login(world.carmen.account)
    names = re.findall(r'name="(w-[^"]+)"', client.get(ready + "weigh/").content.decode())
    typed = dict.fromkeys(names, "0") | {"form_id": str(ledger.uuid7())}
    answer = client.post(ready + "weigh/", typed)
    assert (answer.status_code, len(names)) == (422, 3)
    assert "Todos los pesos son cero" in answer.content.decode()
    assert typed["form_id"] in answer.content.decode()


def decision(world, **changes):
    hotels = Selection.objects.get(programme=world.programme).candidates.get(name="Hoteles pequeños")
    return {"form_id": str(ledger.uuid7()), "revision": "1", "candidate": str(hotels.id), "reasons": "Una razón larga."} | changes


def test_a_decision_without_reasons_changes_nothing(client, world, ready):
    client.force_login(world.ana.account)
    before = Selection.objects.get(programme=world.programme).revision
    assert client.post(ready + "decide/", decision(world, reasons="")).status_code == 422
    assert Selection.objects.get(programme=world.programme).revision == before


def test_a_decision_from_a_stale_tab_keeps_its_reasons_and_can_be_sent_again(client, world, ready):
    client.force_login(world.ana.account)
    answer = client.post(ready + "decide/", decision(world))
    newest = str(Selection.objects.get(programme=world.programme).revision)
    assert (answer.status_code, "Una razón larga." in answer.content.decode()) == (409, True)
    assert client.post(ready + "decide/", decision(world, revision=newest)).status_code == 302


@pytest.mark.parametrize("verb", ["sign/", "decline/", "decide/", "weigh/", "candidates/add/", "criteria/add/"])
def test_what_is_no_form_of_ours_is_answered_and_never_fails(client, world, ready, verb):
    client.force_login(world.ana.account)
    assert client.post(ready + verb, {"id": "x", "form_id": "x", "revision": "x", "side": "x", "candidate": "x"}).status_code == 422


def test_a_side_signs_what_it_read_and_not_what_came_after(client, world, ready):
    client.force_login(world.carmen.account)
    revision = Selection.objects.get(programme=world.programme).revision
    typed = {"form_id": str(ledger.uuid7()), "capacity": "presidenta"}
    assert client.post(ready + "sign/", typed | {"revision": str(revision - 1)}).status_code == 409
    assert client.post(ready + "sign/", typed | {"revision": str(revision)}).status_code == 302
    assert "Firmó el" in client.get(ready + "comparison/").content.decode()


def test_the_coordinator_puts_on_record_why_another_side_does_not_sign(client, world, ready):
    client.force_login(world.ana.account)
    revision = Selection.objects.get(programme=world.programme).revision
    typed = {"form_id": str(ledger.uuid7()), "revision": str(revision), "side": str(world.ministry.id), "why": "No contestó en un mes."}
    assert client.post(ready + "decline/", typed).status_code == 302
    assert "No contestó en un mes." in client.get(ready + "comparison/").content.decode()


def test_looking_begins_nothing(client, world):
    client.force_login(world.ana.account)
    place = f"/programmes/{world.id}/selection/"
    assert client.get(place).status_code == 200
    assert not Selection.objects.exists()
    assert client.post(place + "start/").status_code == 302
    assert client.get(place).status_code == 200
    client.force_login(world.elena.account)
    assert client.get(place).status_code == client.post(place + "start/").status_code == 404


@pytest.mark.parametrize("verb", ["decide/", "candidates/add/", "gaps/", "weigh/again/"])
def test_an_owner_of_a_hotel_cannot_decide_for_the_sides(client, world, ready, verb):
    client.force_login(world.rosa.account)
    assert client.post(ready + verb).status_code == 403
