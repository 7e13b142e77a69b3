import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from milpa.measures.adjusted_rand import adjusted_rand


def test_the_same_groups_under_other_names_are_1():
    assert adjusted_rand(["precios", "precios", "fotos"], [2, 2, 1]) == 1.0


def test_a_published_example_comes_out():
    # scikit-learn's documentation of adjusted_rand_score
    assert adjusted_rand([0, 0, 1, 2], [0, 0, 1, 1]) == pytest.approx(0.571, abs=0.001)
    assert adjusted_rand([0, 0, 1, 1], [0, 1, 0, 1]) == pytest.approx(-0.5)


LABELS = st.integers(1, 30).flatmap(
    lambda things: st.tuples(*[st.lists(st.integers(0, 4), min_size=things, max_size=things) for _ in range(2)])
)


@settings(deadline=None)
@given(LABELS)
def test_it_agrees_with_scikit_learn(labels):
    one, other = labels
    assert adjusted_rand(one, other) == pytest.approx(adjusted_rand_score(one, other))


@settings(deadline=None)
@given(LABELS)
def test_it_is_symmetric_and_never_above_1(labels):
    one, other = labels
    assert adjusted_rand(one, other) == adjusted_rand(other, one) <= 1
    assert adjusted_rand(one, one) == 1


@pytest.mark.parametrize(("one", "other"), [([], []), ([1], [1, 2])])
def test_nothing_to_compare_is_refused(one, other):
    with pytest.raises(ValueError, match="groupings of"):
        adjusted_rand(one, other)
