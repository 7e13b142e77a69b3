"""The page of proposals and the page of words."""

import pytest

from milpa.workshops.models import Group, ProposalAnswered
from milpa.workshops.proposals_shown import proposed_for
from milpa.workshops.thesaurus import concepts_of
from tests.workshops.desk import at, of_needs, send


@pytest.fixture
def beto(client, world):
    client.force_login(world.beto.account)
    return client


@pytest.fixture
def grouping(written):
    written.go_to("grouping")
    return written


def test_the_page_says_what_is_proposed_and_why_in_few_queries(beto, grouping, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = beto.get(at(grouping, "proposals")).content.decode()
    assert "Hablan de Precio y costos" in page
    assert "temporada baja" in page
    assert "Poner" in page


def test_what_stays_chosen_is_put_together_and_what_was_unchosen_is_not(beto, grouping):
    one = next(one for one in proposed_for(grouping.workshop).groups if len(one.cards) >= 2)
    typed = {"kind": "group", "key": one.key, "reason": one.reason, "name": "Cuánto cobrar", "card": str(one.cards[0].id)}
    assert send(beto, at(grouping, "accept_proposal"), **typed).status_code == 302
    assert (Group.objects.get().name, Group.objects.get().placings.count()) == ("Cuánto cobrar", 1)


def test_a_proposal_without_name_or_with_odd_cards_changes_nothing(beto, grouping):
    one = proposed_for(grouping.workshop).groups[0]
    said = {"kind": "group", "key": one.key}
    send(beto, at(grouping, "accept_proposal"), **said, name="", card=str(one.cards[0].id))
    send(beto, at(grouping, "accept_proposal"), **said, name="x", card="<script>")
    send(beto, at(grouping, "join_alike"), kind="alike", key="x", one="1", other="2")
    assert not Group.objects.exists()
    assert not ProposalAnswered.objects.exists()


def test_a_proposal_is_put_away_by_its_button(beto, grouping):
    one = proposed_for(grouping.workshop).groups[0]
    send(beto, at(grouping, "leave_proposal"), kind="group", key=one.key, reason=one.reason)
    assert one.key not in {other.key for other in proposed_for(grouping.workshop).groups}


def test_the_words_are_read_and_mended_on_their_page(beto, grouping):
    words = of_needs(grouping, "words", "es")
    assert "Precio y costos" in beto.get(words).content.decode()
    send(beto, of_needs(grouping, "add_word", "es"), concept="price", word="chirajo")
    send(beto, of_needs(grouping, "take_word_out", "es"), concept="price", word="precio")
    send(beto, of_needs(grouping, "name_concept", "es"), name="Abejas")
    send(beto, of_needs(grouping, "take_concept_out", "es"), concept="environment")
    found = concepts_of(grouping.world.institute.id, "es")
    assert ("chirajo" in found["price"].counting, "precio" in found["price"].counting) == (True, False)
    assert (found["own-abejas"].name, "environment" in found) == ("Abejas", False)
    page = beto.get(words).content.decode()
    assert "chirajo" in page
    assert "Fuera aquí: precio" in page


def test_a_card_can_be_tried_and_one_matter_is_opened_to_be_mended(beto, grouping):
    words = of_needs(grouping, "words", "es")
    assert 'name="word"' not in beto.get(words).content.decode()
    opened = beto.get(f"{words}?matter=credit").content.decode()
    assert opened.count('id="add-credit"') == 1
    tried = beto.get(words, {"card": "tarjeta de crédito <b>"}).content.decode()
    assert "tarjeta credito" in tried
    assert "no dice ninguna palabra conocida" in beto.get(words, {"card": "zzz"}).content.decode().casefold()


def test_another_language_than_those_that_are_there_is_not_found(beto, grouping):
    assert beto.get(of_needs(grouping, "words", "fr")).status_code == 404
    assert beto.get(of_needs(grouping, "words", "en")).status_code == 200


def test_a_stranger_finds_neither(client, grouping):
    client.force_login(grouping.world.elena.account)
    assert client.get(at(grouping, "proposals")).status_code in (403, 404)
    assert client.get(of_needs(grouping, "words", "es")).status_code in (403, 404)
