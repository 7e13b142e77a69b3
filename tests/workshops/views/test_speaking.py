"""The sharing round on the console and on the projector."""

import pytest

from milpa import ledger
from milpa.workshops.actions.speaking import end_turn
from milpa.workshops.models import Turn
from tests.workshops.desk import at, send


@pytest.fixture
def sharing(written):
    written.go_to("sharing")
    return written


def test_the_console_says_who_speaks_and_passes_the_word_on(client, world, sharing):
    client.force_login(world.beto.account)
    assert "Habla Rosa" in client.get(at(sharing, "console")).content.decode()
    send(client, at(sharing, "turn"), participant=sharing.rosa.id, what="spoke")
    send(client, at(sharing, "turn"), participant=sharing.tomas.id, what="passed")
    assert "Habla Lidia" in client.get(at(sharing, "console")).content.decode()
    send(client, at(sharing, "turn"), participant=sharing.petrona.id, what="called")
    assert "Habla Petrona" in client.get(at(sharing, "console")).content.decode()


def test_the_projector_shows_who_speaks_and_who_comes_next(client, world, sharing):
    client.force_login(world.beto.account)
    end_turn(sharing.beto, sharing.id, ledger.uuid7(), sharing.rosa.id)
    page = client.get(at(sharing, "wall")).content.decode()
    assert "Habla Tomás" in page and "Después: Lidia, Petrona, Rosa" in page


def test_nothing_chosen_is_said_and_nothing_is_put_on_record(client, world, sharing):
    client.force_login(world.beto.account)
    answer = client.post(at(sharing, "turn"), {"form_id": str(ledger.uuid7()), "what": "called"}, follow=True)
    assert ("Elija quién habla" in answer.content.decode(), Turn.objects.count()) == (True, 0)


def test_the_association_sees_the_round_and_passes_no_word(client, world, sharing):
    client.force_login(world.carmen.account)
    page = client.get(at(sharing, "console")).content.decode()
    assert "Habla Rosa" in page and "Pasa por ahora" not in page
    assert send(client, at(sharing, "turn"), participant=sharing.rosa.id, what="spoke").status_code == 403


def test_the_console_of_a_round_is_read_within_twelve_queries(client, world, sharing, django_assert_max_num_queries):
    client.force_login(world.beto.account)
    for page in ("console", "wall"):
        client.get(at(sharing, page))
        with django_assert_max_num_queries(12):
            assert client.get(at(sharing, page)).status_code == 200
