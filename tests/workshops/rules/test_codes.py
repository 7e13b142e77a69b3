from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules.codes import CODES, WORDS, heard, sound, spoken


def edits(one, other):
    """Levenshtein's distance, the plain way."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        above, row = row, [place]
        for column, mark in enumerate(other, 1):
            row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != mark)))
    return row[-1]


def test_there_are_two_hundred_short_words_without_accents():
    assert len(WORDS) == len(set(WORDS)) == 200
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 7 for word in WORDS)
    assert "maiz" in WORDS


def test_no_two_words_sound_alike_even_after_one_slip():
    alike = [(one, other) for one, other in combinations(WORDS, 2) if edits(sound(one), sound(other)) < 2]
    assert alike == []


@settings(deadline=None)
@given(st.integers(0, CODES - 1))
def test_a_code_is_heard_as_it_was_spoken(number):
    assert heard(spoken(number)) == spoken(number)


def test_every_number_has_its_own_code():
    assert len({spoken(number) for number in range(CODES)}) == CODES == 18_000


@pytest.mark.parametrize("number", [-1, CODES])
def test_beyond_the_last_code_there_is_none(number):
    with pytest.raises(ValueError, match="no code"):
        spoken(number)


@pytest.mark.parametrize(
    "typed",
    [
        "MAIZ 42",
        "maíz 42",
        "maiz42",
        "mais-42",
        "  Maiz,  42. ",
        "maiz 4 2",
        "maiz #42",
        "maiz cuarenta y dos",
        "«maíz 42»",
        "miaz 42",
        "maizz 42",
    ],
)
def test_what_people_type_is_understood(typed):
    assert heard(typed) == "MAIZ 42"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("lluvia 4O", "LLUVIA 40"),
        ("yubia 40", "LLUVIA 40"),
        ("ierba 1l", "HIERBA 11"),
        ("kanela 20", "CANELA 20"),
        ("maiz veintidós", "MAIZ 22"),
        ("maiz diez y seis", "MAIZ 16"),
        ("maiz dieciséis", "MAIZ 16"),
        ("maiz noventa", "MAIZ 90"),
    ],
)
def test_spellings_of_one_sound_and_numbers_in_words_are_understood(typed, code):
    assert heard(typed) == code


@pytest.mark.parametrize(
    "typed", ["", "maiz", "42", "maiz 142", "maiz 4", "maiz 05", "computadora 42", "gitarra 10", "maiz mucho", "maiz once dos", "?!"]
)
def test_what_is_no_code_is_not_guessed(typed):
    assert heard(typed) == ""


@settings(deadline=None)
@given(st.sampled_from(WORDS), st.integers(10, 99), st.data())
def test_one_wrong_letter_never_leads_to_another_word(word, number, data):
    place = data.draw(st.integers(0, len(word) - 1))
    typed = word[:place] + data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz")) + word[place + 1 :]
    if edits(sound(typed), sound(word)) <= 1:
        assert heard(f"{typed} {number}") in (f"{word.upper()} {number}", "")


@settings(deadline=None)
@given(st.text())
def test_any_text_is_a_code_or_nothing(typed):
    code = heard(typed)
    assert code == "" or heard(code) == code
