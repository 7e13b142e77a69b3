import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare, rankdata

from milpa.measures.kendall import NotComputable, concordance, in_words, mean_ranks

# 4 judges, 10 projects: https://www.scribd.com/document/659863121/The-KENDALL-Coefficient-of-Concordance
FOUR_JUDGES = [
    [1, 3, 4, 5, 2, 8, 6, 7, 10, 9],
    [2, 1, 4, 5, 6, 3, 8, 7, 10, 9],
    [3, 2, 1, 5, 7, 4, 6, 8, 9, 10],
    [4, 2, 3, 1, 6, 7, 5, 9, 8, 10],
]


def test_the_published_four_judges_agree_by_0_7939():
    agreement = concordance(FOUR_JUDGES)
    assert agreement.w == pytest.approx(12576 / 15840)
    assert round(agreement.chi_square, 2) == 28.58
    assert (agreement.degrees, agreement.judges, agreement.items) == (9, 4, 10)


def test_the_same_order_is_1_and_two_reversed_orders_are_0():
    assert concordance([[1, 2, 3]] * 5).w == 1.0
    assert concordance([[1, 2, 3, 4], [4, 3, 2, 1]]).w == 0.0


def test_ties_share_the_mean_of_their_ranks():
    assert mean_ranks([10, 30, 10, 20]) == [1.5, 4, 1.5, 3]
    assert concordance([[1, 1, 3], [1, 1, 3]]).w == 1.0


@pytest.mark.parametrize("orders", [[], [[1, 2, 3]], [[1], [1]], [[2, 2], [5, 5]]])
def test_one_judge_one_item_or_nothing_but_ties_is_not_computable(orders):
    with pytest.raises(NotComputable):
        concordance(orders)


def test_judges_of_different_items_are_refused():
    with pytest.raises(ValueError, match="different numbers"):
        concordance([[1, 2], [1, 2, 3]])


ORDERS = (
    st.integers(3, 7)
    .flatmap(lambda items: st.lists(st.lists(st.integers(1, 6), min_size=items, max_size=items), min_size=2, max_size=6))
    .filter(lambda orders: any(len(set(order)) > 1 for order in orders))
)


@settings(deadline=None)
@given(ORDERS.filter(lambda orders: len(orders) > 2))
def test_chi_square_agrees_with_scipy_ties_and_all(orders):
    theirs = friedmanchisquare(*zip(*orders, strict=True)).statistic
    assert concordance(orders).chi_square == pytest.approx(theirs)


@settings(deadline=None)
@given(st.lists(st.integers(-5, 5), min_size=1, max_size=12))
def test_mean_ranks_agree_with_scipy(values):
    assert [float(rank) for rank in mean_ranks(values)] == list(rankdata(values))


@settings(deadline=None)
@given(ORDERS, st.randoms(use_true_random=False))
def test_who_comes_first_among_judges_and_items_makes_no_difference(orders, chance):
    places = list(range(len(orders[0])))
    chance.shuffle(places)
    shuffled = [[order[place] for place in places] for order in orders]
    chance.shuffle(shuffled)
    assert concordance(shuffled).w == concordance(orders).w
    assert 0 <= concordance(orders).w <= 1


@pytest.mark.parametrize(
    ("w", "words"),
    [(1, "agree_much"), (0.7, "agree_much"), (0.64, "agree_half"), (0.5, "agree_half"), (0.49, "agree_little"), (0, "agree_little")],
)
def test_the_words_come_before_the_number(w, words):
    assert in_words(w) == words
