from hashlib import sha256

from milpa.workshops.rules.alike import near_duplicates
from milpa.workshops.rules.evidence import Said, Written


def said(id, text, small=("no", "se", "en", "la", "que")):
    words = tuple(text.split())
    return Said(id, tuple(Written(word, (), (), word) for word in words), frozenset(words) - set(small))


def pairs(*texts):
    return [(pair.one, pair.other, pair.shared) for pair in near_duplicates([said(str(n), text) for n, text in enumerate(texts, 1)])]


def test_the_same_meaning_words_in_another_order_are_near_duplicates():
    assert pairs("no se cobrar en temporada", "temporada que cobrar", "fotos") == [("1", "2", ("cobrar", "temporada"))]


def test_one_word_in_common_is_not_enough_unless_it_is_all_that_both_say():
    assert pairs("cobrar temporada", "cobrar grupos") == []
    assert pairs("la exportar", "exportar") == [("1", "2", ("exportar",))]


def test_what_is_written_almost_letter_by_letter_alike_is_one_without_words_in_common():
    assert pairs("quisieramos fotografiarlos bien", "quisieramos fotografiarlas bien") == [("1", "2", ())]
    assert pairs("desorganizadamente", "desorganizadamentes") == [("1", "2", ())]


def test_a_word_of_the_whole_room_makes_no_pairs_by_itself():
    assert pairs(*(f"hotel {sha256(bytes([n])).hexdigest()[:20]}" for n in range(50))) == []
