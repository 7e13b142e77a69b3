"""The pages of the choice: open to whom they should, with a bounded number of queries, and keeping what was typed."""

import re

import pytest

from milpa import ledger
from milpa.conglomerates.actions.deciding import decide
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
    with django_assert_max_num_queries(14):  # the session and the person's own rows are two of them
        assert client.get(ready + page).status_code == 200
    client.force_login(world.elena.account)
    assert client.get(ready + page).status_code == 404


def test_the_comparison_says_its_finding_in_words_first(client, world, ready):
    client.force_login(world.diego.account)
    text = client.get(ready + "comparison/").content.decode()
    assert "Las partes coinciden" in text
    assert "sin dato de Ingresos del exterior: se tomó el peor valor" in text


def test_weights_that_sum_to_zero_come_back_with_what_was_typed(client, world, ready):
    client.force_login(world.carmen.account)
    names = re.findall(r'name="(w-[^"]+)"', client.get(ready + "weigh/").content.decode())
    typed = dict.fromkeys(names, "0") | {"form_id": str(ledger.uuid7())}
    answer = client.post(ready + "weigh/", typed)
    assert (answer.status_code, len(names)) == (422, 3)
    assert "Todos los pesos son cero" in answer.content.decode()
    assert typed["form_id"] in answer.content.decode()


def test_a_decision_without_reasons_changes_nothing(client, world, ready):
    client.force_login(world.ana.account)
    client.post(ready + "decide/", {"revision": 1, "candidate": "x", "reasons": ""})
    assert "Elija el conglomerado" in client.get(ready + "comparison/").content.decode()


@pytest.mark.parametrize("verb", ["decide/", "candidates/add/", "gaps/", "weigh/again/"])
def test_an_owner_of_a_hotel_cannot_decide_for_the_sides(client, world, ready, verb):
    client.force_login(world.rosa.account)
    assert client.post(ready + verb).status_code == 403
