"""The three kinds of figures."""

import pytest
from django.utils import translation

from milpa.web.marks import Mark, mark


@pytest.mark.parametrize(("kind", "word"), [("illustrative", "ilustrativo"), ("reported", "reportado"), ("computed", "calculado")])
def test_each_kind_has_its_word(kind, word):
    with translation.override("es"):
        assert str(mark(kind).word) == word
        assert str(mark(kind).says)


def test_a_fourth_kind_is_refused():
    with pytest.raises(ValueError, match="guessed"):
        mark("guessed")
    assert mark(Mark.REPORTED) is Mark.REPORTED
