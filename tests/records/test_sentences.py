"""Statements as sentences, in both languages."""

import pytest
from django.utils import translation

from milpa.records.sentences import LONGEST, SAYS, VERBS, in_language, sentence, short, tail

ADL = "http://adlnet.gov/expapi/verbs/"


def said(verb="completed", result=None, language="es", display=None, answer=""):
    statement = {"verb": {"id": verb if ":" in verb else f"{ADL}{verb}", "display": display or {}}, "result": result or {}}
    with translation.override(language):
        return sentence(statement, "Rosa", "Una foto", language, answer)


def test_a_statement_reads_in_the_readers_language():
    assert said() == "Rosa completó “Una foto”."
    assert said(language="en") == "Rosa completed “Una foto”."


def test_score_success_and_answer_are_said():
    result = {"score": {"scaled": 0.8}, "success": False, "response": "0"}
    assert (
        said("answered", result, "en", answer="Con  luz\nde día")
        == "Rosa answered “Una foto”. Score: 80\N{NO-BREAK SPACE}%. It was not right. Answer: “Con luz de día”."
    )


def test_a_verb_of_others_is_said_in_their_words_and_else_by_the_end_of_its_name():
    verb = "https://example.org/verbs/watered"
    assert said(verb, language="es", display={"en-US": "watered", "es-GT": "regó"}) == "Rosa: regó, “Una foto”."
    assert said(verb, language="es") == "Rosa: watered, “Una foto”."


def test_every_verb_that_has_a_sentence_has_a_word():
    assert SAYS.keys() == VERBS.keys()


@pytest.mark.parametrize(("words", "language", "text"), [
    ({"en": "a photo", "es": "una foto"}, "es", "una foto"), ({"en": "a photo", "es-GT": "una foto"}, "es", "una foto"),
    ({"de": "ein Foto"}, "es", "ein Foto"), ({}, "es", ""), (None, "en", ""),
])  # fmt: skip
def test_a_text_is_taken_in_the_nearest_language(words, language, text):
    assert in_language(words, language) == text


@pytest.mark.parametrize(("iri", "text"), [
    ("https://example.org/unit/photo", "photo"), ("https://example.org/a#b", "b"), ("urn:milpa:lesson:7", "urn:milpa:lesson:7"),
    ("https://", "https:"),
])  # fmt: skip
def test_what_has_no_name_is_called_by_the_end_of_its_identifier(iri, text):
    assert tail(iri) == text


def test_a_long_text_is_cut():
    assert len(short("a" * 9_000)) == LONGEST + 1
