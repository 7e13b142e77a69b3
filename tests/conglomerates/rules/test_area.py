"""Whether a list says rural or urban."""

import pytest

from milpa.conglomerates.rules.area import AreaUnknown, is_heading, is_rural


@pytest.mark.parametrize(
    ("written", "means"), [("rural", True), ("Aldea", True), ("URBANA", False), ("", None), ("s/d", None), ("sí", True)]
)
def test_the_words_that_lists_use_are_understood(written, means):
    assert is_rural(written) is means


def test_another_word_is_told_and_not_guessed():
    with pytest.raises(AreaUnknown, match="zona 4"):
        is_rural("zona 4")


def test_a_heading_is_known_by_its_words():
    assert is_heading("Área")
    assert not is_heading("Dirección")
