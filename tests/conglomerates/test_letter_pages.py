"""The pages of the counterpart and of the letter: open to whom they should, bounded, and keeping what was typed."""

import pytest

from milpa import ledger
from milpa.conglomerates.actions.agreeing import write_part
from milpa.conglomerates.models import Agreement, CounterpartAppointed
from milpa.conglomerates.tasks import make_letter
from milpa.web.jobs.working import start
from milpa.web.models import Job, StoredFile
from tests.conglomerates.actions.test_agreeing import again, sign, written

PAGES = ["counterpart/", "agreement/", "agreement/compare/1/"]


def place(world) -> str:
    return f"/programmes/{world.id}/"


@pytest.mark.parametrize("page", PAGES)
def test_partners_read_within_twelve_queries_and_a_stranger_finds_nothing(client, world, page, django_assert_max_num_queries):
    one = written(world)
    sign(world.carmen, one)
    write_part(world.ana, one.id, again(one).revision, "purpose", "Otra cosa.")
    for person in (world.diego, world.ana):
        client.force_login(person.account)
        client.get(place(world))
        with django_assert_max_num_queries(12):
            assert client.get(place(world) + page).status_code == 200
    client.force_login(world.elena.account)
    assert client.get(place(world) + page).status_code == 404


def test_looking_begins_nothing(client, world):
    client.force_login(world.ana.account)
    for page in ("counterpart/", "agreement/"):
        assert client.get(place(world) + page).status_code == 200
    assert not Agreement.objects.exists()


def test_which_words_changed_since_a_side_signed_is_on_the_page(client, world):
    one = written(world)
    sign(world.carmen, one)
    write_part(world.ana, one.id, again(one).revision, "working_time", "La capacitación se hace de noche.")
    client.force_login(world.carmen.account)
    text = client.get(place(world) + "agreement/").content.decode()
    assert "de noche." in text
    assert "<ins>" in text and "<del>" in text
    assert "Firmó la revisión" in text


def test_a_part_from_a_stale_tab_is_shown_beside_what_stands_there_now(client, world):
    one = written(world)
    client.force_login(world.carmen.account)
    typed = {"form_id": str(ledger.uuid7()), "revision": "1", "text": "Lo de Carmen."}
    answer = client.post(place(world) + "agreement/parts/purpose/", typed)
    assert answer.status_code == 409
    assert "Lo de Carmen." in answer.content.decode()
    newest = str(again(one).revision)
    assert client.post(place(world) + "agreement/parts/purpose/", typed | {"revision": newest}).status_code == 302


def test_a_partner_reads_the_letter_and_writes_none_of_it(client, world):
    written(world)
    client.force_login(world.diego.account)
    assert "Escribir esta parte" not in client.get(place(world) + "agreement/").content.decode()
    assert client.get(place(world) + "agreement/parts/purpose/").status_code == 403


@pytest.mark.parametrize("verb", ["sign/", "decline/", "sides/", "terms/", "parts/purpose/"])
def test_what_is_no_form_of_ours_is_answered_and_never_fails(client, world, verb):
    written(world)
    client.force_login(world.ana.account)
    sent = {"form_id": "x", "revision": "x", "side": "x", "sides": "x", "starts_on": "x"}
    assert client.post(place(world) + "agreement/" + verb, sent).status_code == 422


def test_a_mandate_without_its_document_or_body_comes_back_with_what_was_typed(client, world):
    client.force_login(world.ana.account)
    typed = {"form_id": str(ledger.uuid7()), "kind": "association", "territory": "Catorce departamentos"}
    answer = client.post(place(world) + "counterpart/appoint/upload/", typed)
    assert (answer.status_code, "Catorce departamentos" in answer.content.decode()) == (422, True)
    assert not CounterpartAppointed.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_letter_is_made_into_a_pdf(world):
    one = written(world)
    job = start(world.diego, "Carta", make_letter, str(one.id))
    make_letter.func(str(job.id), str(one.id))
    stored = Job.objects.get(id=job.id).file
    assert (stored.kind, StoredFile.objects.filter(id=stored.id).exists()) == ("pdf", True)
