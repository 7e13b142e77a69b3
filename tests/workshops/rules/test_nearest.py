from milpa.workshops.rules.evidence import Said, Written
from milpa.workshops.rules.nearest import nearest


def said(id, text):
    return Said(id, tuple(Written(word, (), ()) for word in text.split()), frozenset(text.split()))


CARDS = [said("1", "nuestra fotocopiadora"), said("2", "vender mas"), said("3", "otra fotocopiadora"), said("4", "xyz")]


def test_a_card_that_says_nothing_known_lies_where_a_card_written_like_it_lies():
    assert nearest(CARDS, {"1": "equipment", "2": "selling"}) == {"3": "equipment"}


def test_who_is_like_nobody_stays_alone():
    assert "4" not in nearest(CARDS, {"1": "equipment", "2": "selling", "3": "equipment"})


def test_without_cards_or_without_any_placed_nothing_is_near():
    assert nearest([], {}) == {}
    assert nearest(CARDS, {}) == {}
