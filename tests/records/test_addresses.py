from hypothesis import given
from hypothesis import strategies as st

from milpa.records.addresses import address

texts = st.lists(st.text(), max_size=4)


@given(texts, texts)
def test_two_lists_of_texts_have_one_address_only_if_they_are_the_same(one, other):
    assert (address(*one) == address(*other)) is (one == other)


def test_where_one_text_ends_and_the_next_begins_counts():
    assert len({address("ab", "c"), address("a", "bc"), address("abc"), address("abc", "")}) == 4


def test_half_a_character_has_an_address_too():
    assert address("\ud800") != address("")
