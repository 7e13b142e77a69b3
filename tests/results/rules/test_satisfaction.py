from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.measures.suppression import K
from milpa.results.rules.satisfaction import (
    SCALE,
    Category,
    MixedFormulas,
    by_group,
    distribution,
    future_editions,
    programme_satisfaction,
    satisfaction,
)


def counts(nada=0, poco=0, bastante=0, muy=0):
    return {"nada": nada, "poco": poco, "bastante": bastante, "muy": muy}


# The tests that come with the definition


def test_89_of_90_with_120_who_started():
    found = satisfaction(counts(poco=1, bastante=40, muy=49), started=120)
    assert (found.satisfied, found.answered, found.started) == (89, 90, 120)
    assert str(found.percent) == "99"
    assert (str(found.low), str(found.high)) == ("74", "99")  # 74.2 % to 99.2 %


def test_when_all_who_started_answered_there_is_no_range():
    found = satisfaction(counts(poco=1, bastante=40, muy=49), started=90)
    assert (found.low, found.high) == (None, None)


def test_four_answers_are_suppressed():
    found = satisfaction(counts(muy=4), started=20)
    assert (found.suppressed, found.answered, found.started) == ("few_answers", 4, 20)
    assert (found.satisfied, found.percent, found.low, found.high, found.distribution) == (None,) * 5


def test_270_of_273_are_98_9_percent():
    found = satisfaction(counts(nada=3, muy=270), started=273)
    assert found.percent == Decimal("98.9")


def test_the_possible_range_has_one_decimal_from_a_hundred_answers():
    found = satisfaction(counts(nada=3, muy=270), started=400)
    assert (str(found.low), str(found.high)) == ("67.5", "99.3")


@pytest.mark.parametrize(("satisfied", "answered", "low", "high"), [(89, 90, 94.0, 99.8), (270, 273, 96.8, 99.6), (445, 450, 97.4, 99.5)])
def test_the_same_percentage_is_compatible_with_94_when_speaking_of_future_editions(satisfied, answered, low, high):
    interval = future_editions(satisfied, answered)
    assert (round(100 * interval.low, 1), round(100 * interval.high, 1)) == (low, high)


def test_other_readings_of_one_data_set_give_other_figures_and_ours_counts_people_on_the_overall_question():
    # 10 people, items on 1-5, general item last: 5,5,4 for nine of them and 3,5,5 for one
    people = [(5, 5, 4)] * 9 + [(3, 5, 5)]
    answers = [item for person in people for item in person]
    assert sum(item >= 4 for item in answers) / 30 == pytest.approx(0.967, abs=0.001)
    assert round(sum(answers) / 30 / 5 * 100, 1) == 92.7
    assert sum(all(item >= 4 for item in person) for person in people) == 9
    overall = counts(bastante=sum(person[-1] == 4 for person in people), muy=sum(person[-1] == 5 for person in people))
    assert satisfaction(overall, started=10).percent == 100


# The figure


def test_five_answers_are_enough():
    assert satisfaction(counts(muy=5), started=5).percent == 100


def test_an_answer_that_nobody_gave_may_be_left_out():
    assert satisfaction({"muy": 10}, started=12) == satisfaction(counts(muy=10), started=12)
    assert satisfaction({"nada": 10}, started=10).satisfied == 0
    assert satisfaction({}, started=3).suppressed == "few_answers"
    found = programme_satisfaction({"a": ({"muy": 10}, 10), "b": ({"poco": 10}, 10)}, persons=20)
    assert (found.total.satisfied, found.total.answered) == (10, 20)


@pytest.mark.parametrize(("answers", "started"), [(counts(muy=6), 5), ({"muy": -1}, 5), ({"regular": 5}, 5)])
def test_answers_that_cannot_be_are_refused(answers, started):
    with pytest.raises(ValueError, match="no answers"):
        satisfaction(answers, started)


COUNTS = st.fixed_dictionaries({answer: st.integers(0, 12) for answer in SCALE})


@settings(deadline=None)
@given(COUNTS, st.integers(0, 60))
def test_the_true_figure_lies_in_the_possible_range_however_the_silent_would_have_answered(answers, silent):
    found = satisfaction(answers, sum(answers.values()) + silent)
    if found.suppressed:
        assert found.answered < K
        return
    assert (found.low is None) == (silent == 0)
    if silent:
        assert found.low <= found.percent <= found.high


# The distribution


def test_the_distribution_is_shown_from_ten_answers_when_no_category_holds_one_or_two_people():
    assert [category.people for category in distribution(counts(3, 0, 3, 4))] == [3, 0, 3, 4]
    assert distribution(counts(3, 0, 3, 3)) is None


def test_nada_and_poco_are_merged_before_anything_is_hidden():
    assert distribution(counts(1, 2, 10, 10))[0] == Category(("nada", "poco"), 3)
    assert distribution(counts(0, 1, 40, 49)) is None
    assert distribution(counts(0, 0, 2, 40)) is None


@settings(deadline=None)
@given(COUNTS)
def test_no_distribution_ever_holds_one_or_two_people_and_none_is_lost(answers):
    found = distribution(answers)
    if found:
        assert all(category.people not in (1, 2) for category in found)
        assert sum(category.people for category in found) == sum(answers.values()) >= 10


# A programme


def test_a_programme_is_the_sum_of_its_editions_and_counts_persons_apart():
    found = programme_satisfaction({"sololá": (counts(poco=5, muy=45), 60), "petén": (counts(bastante=90, nada=10), 100)}, persons=140)
    assert (found.total.satisfied, found.total.answered, found.total.started, found.persons) == (135, 150, 160, 140)
    assert found.total.percent == Decimal("90.0")  # not the mean of 90 and 90 but of all answers
    assert found.editions["sololá"].percent == 90


def test_an_edition_with_few_answers_hides_another_so_that_subtraction_gives_nothing_away():
    editions = {"a": (counts(muy=4), 9), "b": (counts(muy=20, poco=5), 30), "c": (counts(muy=50, poco=10), 60)}
    found = programme_satisfaction(editions, persons=90)
    assert [found.editions[edition].suppressed for edition in "abc"] == ["few_answers", "by_subtraction", ""]
    assert found.total.satisfied == 74


def test_where_only_one_edition_has_answers_and_few_there_is_no_total():
    found = programme_satisfaction({"a": (counts(muy=4), 9), "b": (counts(), 30)}, persons=9)
    assert found.total.suppressed == "few_answers"


def test_a_programmes_distribution_does_not_give_away_that_of_an_edition():
    open_, closed = counts(4, 4, 10, 10), counts(0, 1, 10, 10)
    assert programme_satisfaction({"a": (open_, 40), "b": (closed, 40)}, 60).total.distribution is None
    merged = programme_satisfaction({"a": (open_, 40), "b": (counts(1, 2, 10, 10), 40)}, 60).total.distribution
    assert merged[0] == Category(("nada", "poco"), 11)
    both = programme_satisfaction({"a": (open_, 40), "b": (open_, 40)}, 60).total.distribution
    assert [category.people for category in both] == [8, 8, 20, 20]


def test_figures_of_different_formulas_are_never_put_together():
    editions = {"a": (counts(muy=10), 10), "b": (counts(muy=10), 10)}
    with pytest.raises(MixedFormulas):
        programme_satisfaction(editions, 20, {"b": "top two of five"})
    assert programme_satisfaction(editions, 20, dict.fromkeys("ab", "top two of five")).total.formula == "top two of five"


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("abcde"), COUNTS, min_size=1))
def test_what_the_total_leaves_over_is_never_a_small_group(answers):
    found = programme_satisfaction({edition: (own, sum(own.values()) + 3) for edition, own in answers.items()}, persons=9)
    hidden = [edition for edition in found.editions.values() if edition.suppressed and edition.answered]
    if hidden and not found.total.suppressed:
        assert len(hidden) > 1
        assert sum(edition.answered for edition in hidden) >= K


def test_nine_satisfied_women_of_ten_are_not_shown_because_the_tenth_would_be():
    assert by_group({"women": (9, 10), "men": (14, 20), "unknown": (30, 60)}) == {"women": None, "men": None, "unknown": (30, 60)}
    assert by_group({"women": (14, 20), "men": (30, 60)}) == {"women": (14, 20), "men": (30, 60)}


def test_no_future_is_spoken_of_from_fewer_than_five_answers():
    assert future_editions(4, 4) is None
    assert future_editions(0, 0) is None
