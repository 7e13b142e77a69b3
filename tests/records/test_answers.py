"""Answers on one line and part by part, in both languages."""

import pytest
from django.utils import translation

from milpa.records.answers import LONGEST, in_words

CHOICES = [{"id": str(n), "description": {"es": text}} for n, text in enumerate(["Contar", "Preguntar", "Anotar"])]


def said(definition, response, language="es"):
    with translation.override(language):
        return in_words(definition, response, language)


def test_choices_stand_one_a_line_and_on_one_line_for_the_sentence():
    words = said({"interactionType": "choice", "choices": CHOICES}, "0[,]2")
    assert words.parts == ("Contar", "Anotar") and str(words) == "Contar; Anotar" and not words.is_ordered


def test_an_order_is_numbered():
    words = said({"interactionType": "sequencing", "choices": CHOICES}, "2[,]0[,]1")
    assert str(words) == "1. Anotar; 2. Contar; 3. Preguntar" and words.is_ordered


@pytest.mark.parametrize(("kind", "response", "es", "en"), [
    ("true-false", "true", "verdadero", "true"), ("true-false", "false", "falso", "false"), ("numeric", "4", "4", "4"),
    ("numeric", "4[:]6", "4 a 6", "4 to 6"), ("numeric", "[:]6", "a lo más 6", "at most 6"),
    ("numeric", "4[:]", "al menos 4", "at least 4"),
    ("performance", "a[.]1[:]9[,]b[.]", "a → 1 a 9; b → nada", "a → 1 to 9; b → nothing"),
])  # fmt: skip
def test_what_is_no_text_is_said_in_the_readers_language(kind, response, es, en):
    assert (str(said({"interactionType": kind}, response)), str(said({"interactionType": kind}, response, "en"))) == (es, en)


@pytest.mark.parametrize("definition", [None, {}, {"interactionType": "other"}])
def test_what_nobody_defined_stays_as_it_is_stored(definition):
    assert str(said(definition, "0[,]1[,]3")) == "0[,]1[,]3"


def test_a_thousand_choices_are_counted_and_a_long_text_is_cut():
    words = said({"interactionType": "choice"}, "[,]".join(str(n) for n in range(1000)))
    assert len(words.parts) == 50 and words.more == "y 950 más" and str(words).endswith("; 49; y 950 más")
    assert len(said(None, "a" * 9_000).parts[0]) == LONGEST + 1
