"""The words of the field, as a page and as an institution mends them."""

import pytest

from milpa import ledger
from milpa.programmes.models import Programme
from milpa.workshops.actions import mending
from milpa.workshops.ballot_refusals import ConceptNameNeeded, WordNeeded
from milpa.workshops.likeness import Mending, said_of
from milpa.workshops.models import WordMeant
from milpa.workshops.proposals import groups_in
from milpa.workshops.rules.evidence import hits_in
from milpa.workshops.thesaurus import Concept, concepts_of, looked_up, looked_up_page, page


@pytest.mark.parametrize("language", ["es", "en"])
def test_each_page_is_whole_and_both_hold_the_same_matters(language):
    read, spanish = page(language), page("es")
    assert list(read.concepts) == list(spanish.concepts)
    assert list(read.themes) == list(spanish.themes)
    for key, concept in concepts_of(None, language).items():
        assert concept.name
        assert len(concept.of_the_page) == len(set(concept.of_the_page)) >= 8, key
        assert concept.theme in read.themes
        assert concept.near == concepts_of(None, "es")[key].near
        assert set(concept.near) <= set(read.concepts) - {key}


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_word_and_phrase_of_a_page_can_be_found_in_a_card(language):
    mending = Mending(looked_up_page(language))
    for key, concept in concepts_of(None, language).items():
        for word in concept.of_the_page:
            hits = hits_in(said_of("1", word, language, mending), looked_up_page(language))
            assert key in {hit.concept for hit in hits}, (key, word)


def test_a_word_of_two_matters_points_at_both_and_a_phrase_is_several_marks():
    found = looked_up_page("es")
    assert any(len(concepts) > 1 for concepts in found.words.values())
    assert all(len(phrase) >= 2 for phrase in found.phrases)


def test_a_phrase_that_is_one_word_without_its_small_words_counts_as_that_word():
    found = looked_up({"x": Concept("x", "X", phrases=("mi esposo", "solo yo"))}, "es")
    assert "=esposo" in found.words
    assert not found.phrases
    assert "=solo" not in found.words


@pytest.fixture
def say(world):
    def said(word, means=True, concept="price", by=None):
        id = ledger.uuid7()
        return mending.say_word(by or world.ana, world.id, id, language="es", concept=concept, word=word, means=means)

    return said


def test_a_word_that_is_added_counts_for_that_institution_only(world, say):
    cards = {"1": "no sé cuánto cobrar", "2": "puro chirajo"}
    assert groups_in(cards, "es", concepts_of(world.institute.id, "es")) == []
    say("  Chirajo ")
    found = concepts_of(world.institute.id, "es")
    assert found["price"].added == ["chirajo"]
    assert [group.cards for group in groups_in(cards, "es", found)] == [("1", "2")]
    assert concepts_of(world.elena.institution_id, "es")["price"].added == []


def test_a_word_that_is_taken_out_no_longer_counts_and_can_be_put_back(world, say):
    say("precio", means=False)
    assert "precio" not in concepts_of(world.institute.id, "es")["price"].counting
    say("precio")
    assert "precio" in concepts_of(world.institute.id, "es")["price"].counting
    assert WordMeant.objects.count() == 2


def test_an_institution_s_own_concept_is_named_gets_words_and_is_taken_out(world, say):
    named = mending.name_concept(world.ana, world.id, ledger.uuid7(), language="es", name="Abejas y miel")
    say("colmena", concept=named.concept)
    own = concepts_of(world.institute.id, "es")[named.concept]
    assert (own.name, own.counting, own.is_own) == ("Abejas y miel", ["colmena"], True)
    mending.take_concept_out(world.ana, world.id, ledger.uuid7(), language="es", concept=named.concept)
    assert named.concept not in concepts_of(world.institute.id, "es")


def test_the_same_word_sent_twice_is_one(world):
    id = ledger.uuid7()
    for _time in range(2):
        mending.say_word(world.ana, world.id, id, language="es", concept="price", word="chirajo", means=True)
    assert WordMeant.objects.count() == 1


def test_no_word_or_six_in_a_row_are_refused_and_so_is_a_concept_without_name(world, say):
    for word in ("", "¡!", "uno dos tres cuatro cinco seis"):
        with pytest.raises(WordNeeded):
            say(word)
    with pytest.raises(ConceptNameNeeded):
        mending.name_concept(world.ana, world.id, ledger.uuid7(), language="es", name="  ")


def test_a_stranger_mends_nothing(world, say):
    for who in (world.elena, world.diego, world.rosa):
        with pytest.raises(Programme.DoesNotExist):
            say("chirajo", by=who)
