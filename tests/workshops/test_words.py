import pytest

from milpa.workshops.words import forms_in, is_stop, language_of, root_of, words_of


def test_accents_capitals_and_drawn_out_letters_do_not_matter():
    assert words_of("¡Muuuy CARO! Cotización nº 3…") == ["muy", "caro", "cotizacion", "no", "3"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("precio", "precios"),
        ("reservación", "reserbasiones"),
        ("comisión", "comicion"),
        ("vender", "bendemos"),
        ("cobrar", "cobro"),
        ("higiene", "igiene"),
        ("factura", "facturas"),
        ("exportar", "exportando"),
    ],
)
def test_forms_of_a_word_and_what_sounds_alike_have_one_root(one, other):
    assert root_of(words_of(one)[0], "es") == root_of(words_of(other)[0], "es")


def test_different_words_keep_different_roots():
    assert len({root_of(words_of(word)[0], "es") for word in ("precio", "preso", "casa", ["caza", "bien"][1], "feria", "fiar")}) == 6


def test_english_is_stemmed_and_keeps_its_letters():
    assert root_of("bookings", "en") == root_of("booking", "en") == "book"


def test_small_words_say_nothing():
    assert is_stop("para", "es")
    assert is_stop("the", "en")
    assert not is_stop("precio", "es")


def test_the_language_is_told_by_the_small_words():
    assert language_of(["no sé cuánto cobrar", "que nos encuentren"]) == "es"
    assert language_of(["we do not know what to charge", "how to be found"]) == "en"
    assert language_of([]) == "es"


def test_a_word_is_shown_as_somebody_wrote_it_with_its_accents():
    assert forms_in(["no se CUANTO cobrar", "¿Cuánto?", "cuanto"]) == {"no": "no", "se": "se", "cuanto": "cuánto", "cobrar": "cobrar"}
