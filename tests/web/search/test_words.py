import pytest

from milpa.web.search.words import folded, forms, indexed, plain_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("capacitacion", "capacitaciones"),
        ("capacitación", "capacitaciones"),
        ("reservación", "reservaciones"),
        ("joven", "jóvenes"),
        ("huésped", "huéspedes"),
        ("huesped", "huéspedes"),
        ("página", "paginas"),
        ("turística", "turistico"),
        ("Kʼicheʼ", "k'iche'"),
        ("K’iche’", "kiche"),
        ("AÑO", "años"),
    ],
)
def test_words_meet_whatever_their_accents_and_endings(one: str, other: str) -> None:
    def every(word: str) -> set[str]:
        return {form for part in plain_words(word) for form in forms(part, "es")}

    assert every(one) & every(other)


def test_english_is_stemmed_as_english() -> None:
    assert set(forms("trainings", "en")) & set(forms("training", "en"))
    assert "train" in indexed("Trainings", "en").split() and "train" not in indexed("Trainings", "es").split()


def test_an_unknown_language_is_taken_for_spanish() -> None:
    assert forms("reservaciones", "quc") == forms("reservaciones", "es")


def test_signs_are_no_words() -> None:
    assert plain_words('a-b "c" (d) AND* _ é.') == ["a", "b", "c", "d", "and", "é"]
    assert folded("ÁÜÑ ẍ ʼ") == "aun x "
