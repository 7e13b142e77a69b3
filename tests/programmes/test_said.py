"""A sentence that can be kept and said in any language."""

from datetime import UTC, date, datetime

from django.utils.translation import gettext_lazy, override

from milpa.programmes.said import of_plain, said, said_n


def kept(sentence):
    return of_plain(sentence.plain())


def test_a_sentence_is_said_in_the_readers_language_also_after_it_was_kept():
    sentence = kept(said("{done} of {all} invited partners answered", done=2, all=3))
    assert str(sentence) == "Respondieron 2 de 3 socios invitados"
    with override("en"):
        assert str(sentence) == "2 of 3 invited partners answered"


def test_one_and_many():
    assert str(kept(said_n("{n} thing waits", "{n} things wait", 1))) == "1 cosa espera"
    assert str(kept(said_n("{n} thing waits", "{n} things wait", 4))) == "4 cosas esperan"


def test_dates_guide_texts_sentences_lists_and_lazy_words_are_values_too():
    values = {
        "day": date(2026, 3, 4),
        "moment": datetime(2026, 3, 4, 16, 30, tzinfo=UTC),
        "text": {"es": "Escuchar", "en": "Listen"},
        "inner": said("not met yet"),
        "several": [gettext_lazy("Card"), gettext_lazy("Need")],
    }
    sentence = kept(said("{day} | {moment} | {text} | {inner} | {several}", **values))
    assert str(sentence) == "4 de marzo de 2026 | 4 de marzo de 2026, 10:30 | Escuchar | todavía no se cumple | Tarjeta, Necesidad"
    with override("en"):
        assert str(sentence).endswith("Listen | not met yet | Card, Need")


def test_an_empty_sentence_says_nothing():
    assert str(said("")) == ""
