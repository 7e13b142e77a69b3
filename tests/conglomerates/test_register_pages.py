"""The pages of the register: open to whom they should, with a bounded number of queries, and keeping what was typed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from milpa import ledger
from milpa.conglomerates.models import DuplicatePair, Enterprise, RegisterImport
from tests.conglomerates.register import ROWS, sheet, taken, tried
from tests.world import person

WRONG = "Hotel Sin Lugar,Macondo,Sololá,5510,seis,Rosa,mujer,español,123,urbana"
TWIN = "Hotel Lunas de Papel,Panajachel,Sololá,5510,7,Rosa Tzoc,mujer,kaqchikel,9001 0001,urbana"
PAGES = ["", "places/", "import/", "duplicates/", "add/", "?q=luna", "?size=micro&department=GT-07&led_by=woman&area=False", "?formato=csv"]


@pytest.fixture
def loaded(world):
    taken(world, *ROWS, TWIN, WRONG)
    return f"/programmes/{world.id}/register/"


def hotel() -> Enterprise:
    return Enterprise.objects.get(name="Hotel Luna de Papel")


@pytest.mark.parametrize("page", PAGES)
def test_the_association_reads_the_register_within_twelve_queries_and_a_stranger_finds_nothing(
    client, world, loaded, page, django_assert_max_num_queries
):
    client.force_login(world.carmen.account)
    client.get(loaded)
    with django_assert_max_num_queries(12):
        assert client.get(loaded + page).status_code == 200
    client.force_login(world.elena.account)
    assert client.get(loaded + page).status_code == 404
    client.force_login(world.diego.account)
    assert client.get(loaded + page).status_code == 403


@pytest.mark.parametrize("page", ["", "edit/"])
def test_the_page_of_an_enterprise_is_bounded_too(client, world, loaded, page, django_assert_max_num_queries):
    client.force_login(world.ana.account)
    client.get(loaded)
    with django_assert_max_num_queries(16):
        assert client.get(f"{loaded}{hotel().id}/{page}").status_code == 200
    client.force_login(world.elena.account)
    assert client.get(f"{loaded}{hotel().id}/{page}").status_code == 404


def test_a_list_page_is_bounded(client, world, loaded, django_assert_max_num_queries):
    client.force_login(world.ana.account)
    for one in (RegisterImport.objects.get(), tried(world, WRONG)):
        client.get(loaded)
        with django_assert_max_num_queries(12):
            assert client.get(f"{loaded}lists/{one.id}/").status_code == 200


def test_whom_to_call_is_shown_to_who_accompanies_and_to_nobody_else(client, world, loaded):
    client.force_login(world.carmen.account)
    assert "90010002" in client.get(loaded + "?formato=csv").content.decode()
    client.force_login(person("Eva", world.institute, "evaluator").account)
    assert "90010002" not in client.get(loaded + "?formato=csv").content.decode()
    assert "90010001" not in client.get(f"{loaded}{hotel().id}/").content.decode()


def test_a_list_that_is_none_is_told_in_words(client, world):
    client.force_login(world.ana.account)
    place = f"/programmes/{world.id}/register/import/"
    for content, says in [(b"<svg/>", "puede llevar un programa"), (b"uno\ndos\n", "no tiene una fila de encabezados")]:
        answer = client.post(place, {"form_id": str(ledger.uuid7()), "sheet": SimpleUploadedFile("lista.csv", content)})
        assert (answer.status_code, says in answer.content.decode()) == (422, True), answer.content.decode()[-3000:]
    assert not RegisterImport.objects.exists()


def test_columns_that_lack_the_name_come_back_with_what_was_chosen(client, world):
    client.force_login(world.ana.account)
    place = f"/programmes/{world.id}/register/"
    sent = {"form_id": str(ledger.uuid7()), "sheet": SimpleUploadedFile("lista.csv", sheet())}
    list_page = client.post(place + "import/", sent)["Location"]
    answer = client.post(list_page + "columns/", {"column-1": "municipality", "column-4": "workers"})
    assert (answer.status_code, "Ninguna columna es “Nombre de la empresa”" in answer.content.decode()) == (422, True)
    assert RegisterImport.objects.get().columns["name"] == 0


@pytest.mark.parametrize("verb", ["duplicates/same/", "duplicates/different/", "add/"])
def test_what_is_no_form_of_ours_changes_nothing(client, world, loaded, verb):
    client.force_login(world.ana.account)
    assert client.post(loaded + verb, {"form_id": "x", "one": "x", "other": "x"}).status_code in (302, 422)
    assert Enterprise.objects.filter(joined_into=None).count() == 4


def test_a_correction_from_a_stale_tab_keeps_what_was_typed(client, world, loaded):
    client.force_login(world.ana.account)
    typed = {"form_id": str(ledger.uuid7()), "revision": "0", "name": "Hotel Luna Llena", "municipality": "0710"}
    answer = client.post(f"{loaded}{hotel().id}/edit/", typed)
    assert (answer.status_code, "Hotel Luna Llena" in answer.content.decode()) == (409, True)
    assert client.post(f"{loaded}{hotel().id}/edit/", typed | {"revision": "1"}).status_code == 302


def test_a_pair_is_decided_and_the_join_is_cut_on_the_pages(client, world, loaded):
    client.force_login(world.beto.account)
    pair = DuplicatePair.objects.get()
    sent = {"form_id": str(ledger.uuid7()), "one": str(pair.one_id), "other": str(pair.other_id)}
    assert client.post(loaded + "duplicates/same/", sent).status_code == 302
    assert "Cortar la unión" in client.get(f"{loaded}{pair.other_id}/").content.decode()
    assert client.post(f"{loaded}{pair.other_id}/cut/", {"form_id": str(ledger.uuid7())}).status_code == 302
    assert Enterprise.objects.get(id=pair.other_id).joined_into is None
