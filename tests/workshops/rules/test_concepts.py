from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules.concepts import matters, together
from milpa.workshops.rules.evidence import Said, Words, Written

FIELD = Words(
    {
        "cobr": {"price": 1.0},
        "rebaj": {"price": 1.0},
        "foto": {"photos": 1.0},
        "anunci": {"found": 1.0},
        "vend": {"price": 1.0, "selling": 1.0},
    },
    {("baj", "temporad"): frozenset({"price"}), ("mas", "vend"): frozenset({"selling"})},
    kin={"photos": ("found",)},
)


def said(id, *words):
    return Said(id, tuple(Written(word, (word,), (word,), word) for word in words), frozenset(words))


def groups(*cards):
    return {group.concept: group.cards for group in together(cards, FIELD)}


def test_cards_of_one_matter_lie_together_with_their_words_the_most_frequent_first():
    (group,) = together([said("1", "cobr", "temporad", "baj"), said("2", "cobr"), said("3", "rebaj")], FIELD)
    assert (group.concept, group.cards, group.also) == ("price", ("1", "2", "3"), ())
    assert group.words == ("cobr", "temporad baj", "rebaj")


def test_a_card_alone_in_its_matter_goes_to_its_next_one_or_is_left():
    assert groups(said("1", "cobr"), said("2", "rebaj"), said("3", "foto")) == {"price": ("1", "2")}
    assert groups(said("1", "cobr"), said("2", "rebaj"), said("3", "foto", "foto", "cobr")) == {"price": ("1", "2", "3")}


def test_what_is_equally_much_goes_where_the_room_speaks_less_for_there_it_tells_more():
    cards = [said("1", "foto", "cobr"), said("2", "foto"), said("3", "cobr"), said("4", "cobr"), said("5", "rebaj")]
    assert groups(*cards) == {"price": ("3", "4", "5"), "photos": ("1", "2")}


def test_a_matter_of_which_little_is_said_joins_what_goes_with_it_and_both_are_named():
    (group,) = together([said("1", "foto"), said("2", "anunci"), said("3", "anunci")], FIELD)
    assert (group.concept, group.also, group.cards) == ("found", ("photos",), ("1", "2", "3"))
    assert set(group.words) == {"anunci", "foto"}


def test_a_card_that_says_nothing_known_lies_beside_those_that_are_written_like_it():
    cards = [said("1", "cobr", "hamaca"), said("2", "rebaj"), said("3", "hamaca"), said("4", "foto"), said("5", "foto"), said("6", "otra")]
    found = {group.concept: (group.cards, group.beside) for group in together(cards, FIELD)}
    assert found == {"price": (("1", "2"), ("3",)), "photos": (("4", "5"), ())}


def test_of_what_a_card_speaks_most_is_said_before_any_joins_another():
    assert matters([said("1", "foto"), said("2", "anunci"), said("3", "nada")], FIELD) == {"1": "photos", "2": "found"}


def test_without_cards_or_without_words_nothing_is_proposed():
    assert together([], FIELD) == []
    assert together([said("1", "cobr"), said("2", "cobr")], Words({}, {})) == []


words = st.sampled_from(["cobr", "rebaj", "foto", "anunci", "vend", "mas", "temporad", "baj", "agua", "luz"])


@settings(deadline=None)
@given(st.lists(st.lists(words, max_size=5), max_size=12), st.randoms())
def test_each_card_is_in_one_group_at_most_and_the_order_of_the_cards_decides_no_group(texts, chance):
    cards = [said(str(n), *text) for n, text in enumerate(texts)]
    found = together(cards, FIELD)
    members = [id for group in found for id in (*group.cards, *group.beside)]
    assert len(members) == len(set(members))
    assert all(len(group.cards) >= 2 for group in found)
    mixed = list(cards)
    chance.shuffle(mixed)
    assert {group.concept: set(group.cards) for group in together(mixed, FIELD)} == {group.concept: set(group.cards) for group in found}
