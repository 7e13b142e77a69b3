"""A card's page: what became of it, without its author; taken from the wall with a reason, and put back."""

from django.urls import reverse

from tests.workshops.desk import at, of_needs, send
from tests.workshops.story import CARDS


def card_page(story, text, name="card"):
    return reverse(f"workshops:{name}", args=[story.world.id, story.cards[text].id])


def test_its_page_says_what_became_of_it_without_its_author(client, world, closed):
    client.force_login(world.diego.account)
    text = client.get(card_page(closed, CARDS[4][1])).content.decode()
    assert "Reservaciones" in text
    assert "Lidia" not in text


def test_a_card_is_taken_from_the_wall_with_a_reason_and_put_back(client, world, written):
    client.force_login(world.beto.account)
    address = card_page(written, CARDS[0][1], "moderate")
    assert send(client, address, why="").status_code == 422
    assert send(client, address, why="Nombra a una persona").status_code == 302
    assert CARDS[0][1] not in client.get(at(written, "wall")).content.decode()
    assert "Nombra a una persona" in client.get(card_page(written, CARDS[0][1])).content.decode()
    assert send(client, address, why="Ya se habló").status_code == 302
    assert CARDS[0][1] in client.get(at(written, "console")).content.decode()


def test_a_need_shows_its_cards_in_their_own_words(client, world, closed):
    client.force_login(world.carmen.account)
    first = closed.groups["Precio y temporada"].needs.get()
    text = client.get(of_needs(closed, "need", first.id)).content.decode()
    assert CARDS[1][1] in text
    assert CARDS[2][1] in text
