"""Whoever holds the printed strategy sees whether it is signed and still the newest, without signing in."""

from milpa import ledger
from milpa.ledger.models.documents import Revision
from milpa.strategies.actions.signing import sign_strategy
from milpa.strategies.actions.writing import save_section
from milpa.strategies.verifying import address


def printed(drafted):
    return address(Revision.objects.get(document=drafted.id, number=drafted.now))


def test_a_printed_revision_is_signed_and_the_newest_until_a_word_changes(client, world, drafted):
    paper = printed(drafted)
    assert "No todas las partes firmaron" in client.get(paper).content.decode()
    for person in (world.carmen, world.fidel, world.ana):
        sign_strategy(person, drafted.id, drafted.now, ledger.uuid7())
    text = client.get(paper).content.decode()
    assert "Todas las partes firmaron" in text and "Es la revisión más reciente" in text
    save_section(world.ana, drafted.id, drafted.now, "summary", "Otro.")
    text = client.get(paper).content.decode()
    assert "Todas las partes firmaron" in text and "El texto cambió después" in text


def test_it_names_no_person(client, world, drafted):
    sign_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7())
    assert "Carmen" not in client.get(printed(drafted)).content.decode()


def test_a_seal_that_is_not_its_own_is_not_known(client, drafted):
    answer = client.get(printed(drafted)[:-3] + "zz/")
    assert answer.status_code == 404
    assert "Este papel no se conoce aquí" in answer.content.decode()
