"""Two versions compared word by word."""

from hypothesis import given
from hypothesis import strategies as st

from milpa.ledger.words import compare, compare_contents

words = st.lists(st.sampled_from(["el", "curso", "será", "en", "mayo", "y", "septiembre"]), max_size=12).map(" ".join)


def test_what_went_out_and_came_in_is_told_by_whole_words():
    pieces = compare("se dará de junio a agosto, a distancia", "se dará en mayo y septiembre, a distancia")
    changed = [(piece.how, piece.text.strip()) for piece in pieces if piece.how != "same"]
    assert changed == [("out", "de junio a agosto,"), ("in", "en mayo y septiembre,")]


@given(words, words)
def test_both_texts_can_be_read_back_from_the_pieces(before, after):
    pieces = compare(before, after)
    assert "".join(p.text for p in pieces if p.how != "in") == before
    assert "".join(p.text for p in pieces if p.how != "out") == after


def test_an_item_that_moved_is_found_again_by_its_id():
    before = {"sections": [{"id": "a", "text": "uno"}, {"id": "b", "text": "dos"}]}
    after = {"sections": [{"id": "b", "text": "dos"}, {"id": "a", "text": "uno y medio"}]}
    [passage] = compare_contents(before, after)
    assert passage.path == ("sections", "a", "text")
    assert (passage.words_out, passage.words_in) == (0, 2)


def test_a_passage_that_is_gone_is_told():
    [passage] = compare_contents({"a": "uno", "b": "dos"}, {"a": "uno"})
    assert passage.path == ("b",)
    assert passage.words_out == 1
