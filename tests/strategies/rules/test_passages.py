"""A quoted passage is found as a person reads it, and replaced without leaving marks behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.strategies.rules.passages import MoreThanOnce, NotInText, replaced, span

TEXT = (
    "El curso se dará **de junio a agosto**, a distancia.\nSe ofrece antes la nivelación.\n\n"
    + "| Parte | Qué pone |\n|---|---|\n| Fondo | Q 87,000 |"
)


def passage(quote: str) -> str:
    return TEXT[slice(*span(TEXT, quote))]


def test_words_that_stand_there_as_written_are_found():
    assert passage("a distancia.") == "a distancia."


@pytest.mark.parametrize(
    ("quote", "written"),
    [
        ("se dará de junio a agosto, a", "se dará **de junio a agosto**, a"),
        ("de junio a agosto, a distancia", "**de junio a agosto**, a distancia"),
        ("a distancia. Se ofrece", "a distancia.\nSe ofrece"),
        ("Fondo Q 87,000", "Fondo | Q 87,000"),
    ],
)
def test_words_are_found_without_marks_across_lines_and_cells(quote, written):
    assert passage(quote) == written


@pytest.mark.parametrize("quote", ["en mayo", "", "   "])
def test_what_is_not_there_is_not_in_the_text(quote):
    with pytest.raises(NotInText):
        span(TEXT, quote)


def test_words_that_stand_twice_are_not_guessed():
    with pytest.raises(MoreThanOnce):
        span("uno dos uno", "uno")


def test_new_words_stand_in_the_place_of_the_old_ones():
    assert replaced("Se dará de junio a agosto.", "de junio a agosto", "en mayo") == "Se dará en mayo."


def test_without_a_passage_the_words_are_added_at_the_end():
    assert replaced("Una frase.\n", "", " Otra.") == "Una frase. Otra."


@given(st.text(alphabet="abc ", min_size=1, max_size=30), st.integers(0, 29), st.integers(1, 30))
def test_replacing_a_passage_by_itself_changes_nothing(text, start, length):
    quote = text[start : start + length]
    try:
        assert replaced(text, quote, quote) in (text, text + quote)
    except (NotInText, MoreThanOnce):
        assert text.count(quote) != 1 or not quote.strip()
