"""Which forms count as a word, and which do not."""

import pytest

from milpa.workshops.lemmas import in_phrase, keys, listed, of_phrase
from milpa.workshops.words import words_of


def counts(word, of, language="es", **how):
    """Whether a card's word is found under a word of the thesaurus."""
    return not {*keys(words_of(word)[0], language)}.isdisjoint(listed(words_of(of)[0], language, **how))


@pytest.mark.parametrize(
    ("word", "of"),
    [
        ("precios", "precio"),
        ("ayudantas", "ayudante"),
        ("luces", "luz"),
        ("cobrándole", "cobrar"),
        ("cobramos", "cobrar"),
        ("cuesta", "costar"),
        ("pierdo", "perder"),
        ("pedimos", "pedir"),
        ("anunciarse", "anunciar"),
        ("videítos", "video"),
        ("bendiendo", "vender"),
        ("igiene", "higiene"),
    ],
)
def test_a_form_counts_as_its_word(word, of):
    assert counts(word, of)


@pytest.mark.parametrize(
    ("word", "of"),
    [("trabajo", "trabajador"), ("cámara", "cama"), ("sueldo", "solo"), ("regalos", "regalado"), ("capital", "caro")],
)
def test_a_word_that_only_looks_alike_does_not(word, of):
    assert not counts(word, of)


def test_a_word_that_counts_exactly_has_its_plural_and_no_other_form():
    assert counts("modelos", "modelo", exact=True)
    assert not counts("modela", "modelo", exact=True)


def test_a_short_word_of_a_phrase_is_that_word_only():
    assert of_phrase("bien", "es") not in in_phrase("viene", "es")
    assert of_phrase("bien", "es") in in_phrase("bien", "es")
    assert of_phrase("pagan", "es") in in_phrase("pagaron", "es")


def test_english_goes_by_its_stem():
    assert counts("bookings", "booking", "en")
    assert not counts("fairly", "fair", "en", exact=True)
