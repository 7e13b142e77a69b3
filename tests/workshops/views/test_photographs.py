"""Photographs of the wall, and the paper that is printed for a room where not everybody has a phone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from milpa import ledger
from milpa.web.models import StoredFile
from tests.workshops.desk import at
from tests.workshops.views.test_helping import photograph


@pytest.fixture
def beto(client, world):
    client.force_login(world.beto.account)
    return client


def test_a_photograph_of_the_wall_is_kept_once_and_shown(beto, written):
    same = str(ledger.uuid7())
    for _time in range(2):
        answer = beto.post(at(written, "add_photograph"), {"form_id": same, "photo": photograph("pared.jpg")})
        assert answer.status_code == 302
    file = StoredFile.objects.get(belongs_id=written.id)
    assert f"/files/{file.id}/" in beto.get(at(written, "photographs")).content.decode()


def test_what_is_no_photograph_is_refused_and_partners_only_look(client, written):
    client.force_login(written.beto.account)
    page = SimpleUploadedFile("pared.html", b"<script>alert(1)</script>")
    assert client.post(at(written, "add_photograph"), {"form_id": str(ledger.uuid7()), "photo": page}).status_code == 422
    client.force_login(written.world.carmen.account)
    answer = client.post(at(written, "add_photograph"), {"form_id": str(ledger.uuid7()), "photo": photograph()})
    assert (answer.status_code, client.get(at(written, "photographs")).status_code) == (403, 200)
    assert StoredFile.objects.count() == 0


def test_cards_are_printed_with_numbers_that_go_on_and_slips_while_a_vote_is_open(beto, grouped):
    first, more = beto.get(at(grouped, "paper")).content.decode(), beto.get(at(grouped, "paper") + "?begin=41").content.decode()
    assert '<strong class="num">40</strong>' in first and '<strong class="num">41</strong>' not in first
    assert '<strong class="num">41</strong>' in more
    assert "Vender directo" not in first
    grouped.open_vote(dots_each=2)
    assert "Vender directo" in beto.get(at(grouped, "paper")).content.decode()
