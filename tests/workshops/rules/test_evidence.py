from hypothesis import given
from hypothesis import strategies as st

from milpa.workshops.rules.evidence import HINT, Said, Words, Written, hits_in, weighed

FIELD = Words(
    {"cobrar": {"price": 1.0}, "pedido": {"delivery": 1.0, "selling": 1.0}, "gente": {"staff": HINT}, "tarjeta": {"payments": 1.0}},
    {("credito", "tarjeta"): frozenset({"credit"}), ("no", "pagan"): frozenset({"debts"}), ("a", "b", "c"): frozenset({"price"})},
    kin={"price": ("selling", "delivery")},
    weight={"delivery": 0.5},
)


def said(text, between=("de", "me", "la")):
    return Said(text, tuple(Written(word, (word,), (word,), word, word in between) for word in text.split()), frozenset(text.split()))


def found(text):
    return {(hit.concept, hit.written): round(hit.weight, 2) for hit in hits_in(said(text), FIELD)}


def test_a_word_of_two_matters_weighs_half_in_each_and_the_matter_s_own_weight_counts():
    assert found("cobrar pedido") == {("price", "cobrar"): 1.0, ("delivery", "pedido"): 0.25, ("selling", "pedido"): 0.5}


def test_a_hint_weighs_less_than_a_telling_word():
    assert found("gente") == {("staff", "gente"): HINT}


def test_the_words_of_a_phrase_stand_in_any_order_with_small_words_between_and_say_little_besides():
    assert found("tarjeta de credito") == {("credit", "tarjeta credito"): 1.5, ("payments", "tarjeta"): 0.3}
    assert ("debts", "no pagan") in found("no me la pagan")
    assert found("pagan") == {}


def test_words_of_a_phrase_that_stand_far_apart_are_none():
    assert ("debts", "no pagan") in found("no siempre ellos pagan")
    assert found("no siempre todos ellos pagan") == {}


def test_a_longer_phrase_weighs_more():
    assert found("a b c") == {("price", "a b c"): 1.9}


def test_a_word_that_stands_beside_many_other_matters_is_the_trade_s_own_and_weighs_less():
    cards = {text: hits_in(said(text), FIELD) for text in ("tarjeta cobrar", "tarjeta no pagan", "tarjeta")}
    weights = weighed(cards, FIELD)
    assert weights["tarjeta"]["payments"] == 0.5
    assert weights["tarjeta no pagan"]["debts"] > weights["tarjeta no pagan"]["payments"]


def test_what_goes_first_with_a_matter_is_closer_kin_than_what_comes_next():
    assert FIELD.kinship("price", "selling") == FIELD.kinship("selling", "price") == 1
    assert 0 < FIELD.kinship("price", "delivery") < 1
    assert FIELD.kinship("price", "staff") == 0


@given(st.lists(st.sampled_from(["cobrar", "pedido", "gente", "tarjeta", "credito", "no", "pagan", "de", "a", "b", "c"]), max_size=9))
def test_every_reason_stands_in_the_card(words):
    for hit in hits_in(said(" ".join(words)), FIELD):
        assert hit.weight > 0
        assert set(hit.written.split()) <= set(words)
