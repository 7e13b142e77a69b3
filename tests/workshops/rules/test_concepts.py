from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules.concepts import Said, Words, evidence_of, together

FIELD = Words(
    {"cobr": frozenset({"price"}), "rebaj": frozenset({"price"}), "foto": frozenset({"photos"}), "vend": frozenset({"price", "selling"})},
    {("temporad", "baj"): frozenset({"price"}), ("vend", "mas"): frozenset({"selling"})},
    longest=2,
)


def said(id, *words):
    return Said(id, words, words, frozenset(words))


def groups(*cards):
    return {group.concept: group.cards for group in together(cards, FIELD)}


def test_a_word_of_two_concepts_weighs_half_in_each_and_a_phrase_more_than_a_word():
    found = evidence_of(said("1", "vend", "mas", "cobr"), FIELD)
    assert dict(found.weights) == {"price": 1.5, "selling": 2.0}
    assert found.words["selling"] == ["vend", "vend mas"]


def test_cards_of_one_concept_lie_together_with_their_words_the_most_frequent_first():
    (group,) = together([said("1", "cobr", "temporad", "baj"), said("2", "cobr"), said("3", "rebaj")], FIELD)
    assert (group.concept, group.cards) == ("price", ("1", "2", "3"))
    assert group.words == ("cobr", "temporad baj", "rebaj")


def test_a_card_alone_in_its_concept_goes_to_its_next_one_or_is_left():
    assert groups(said("1", "cobr"), said("2", "rebaj"), said("3", "foto")) == {"price": ("1", "2")}
    assert groups(said("1", "cobr"), said("2", "rebaj"), said("3", "foto", "foto", "cobr")) == {"price": ("1", "2", "3")}


def test_what_is_equally_much_goes_where_the_room_speaks_more():
    assert groups(said("1", "foto", "cobr"), said("2", "foto"), said("3", "foto"), said("4", "cobr"), said("5", "cobr", "rebaj"))[
        "price"
    ] == (
        "1",
        "4",
        "5",
    )


def test_a_card_that_says_nothing_known_joins_those_with_which_it_shares_a_rare_word():
    cards = [said("1", "cobr", "hamaca"), said("2", "rebaj"), said("3", "hamaca"), said("4", "foto"), said("5", "foto"), said("6", "otra")]
    found = {group.concept: (group.cards, group.beside) for group in together(cards, FIELD)}
    assert found == {"price": (("1", "2"), ("3",)), "photos": (("4", "5"), ())}


def test_without_cards_or_without_words_nothing_is_proposed():
    assert together([], FIELD) == []
    assert together([said("1", "cobr"), said("2", "cobr")], Words({}, {})) == []


words = st.sampled_from(["cobr", "rebaj", "foto", "vend", "mas", "temporad", "baj", "agua", "luz"])


@settings(deadline=None)
@given(st.lists(st.lists(words, max_size=5), max_size=12), st.randoms())
def test_each_card_is_in_one_group_at_most_and_the_order_of_the_cards_decides_no_concept(texts, chance):
    cards = [said(str(n), *text) for n, text in enumerate(texts)]
    found = together(cards, FIELD)
    members = [id for group in found for id in (*group.cards, *group.beside)]
    assert len(members) == len(set(members))
    assert all(len(group.cards) >= 2 for group in found)
    mixed = list(cards)
    chance.shuffle(mixed)
    assert {group.concept: set(group.cards) for group in together(mixed, FIELD)} == {group.concept: set(group.cards) for group in found}
