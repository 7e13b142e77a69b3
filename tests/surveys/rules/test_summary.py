from decimal import Decimal
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.surveys import xlsform
from milpa.surveys.rules.summary import middle_of, open_answers, shuffled, summarise

SATISFACTION, ACCESS = xlsform.ours("satisfaction"), xlsform.ours("access")


def overall(*answers):
    return [{"overall": answer} for answer in answers]


def of(summary, name):
    return next(one for one in summary.questions if one.question.name == name)


def shown(summary, name):
    return {count.choice: count.people for count in of(summary, name).counts}


def test_fewer_than_five_answers_show_nothing():
    summary = summarise(SATISFACTION, overall("muy", "muy", "muy", "nada"))
    assert (summary.answered, summary.hidden, summary.questions) == (4, True, ())


def test_five_who_agree_are_counted():
    assert shown(summarise(SATISFACTION, overall(*["muy"] * 5)), "overall") == {"nada": 0, "poco": 0, "bastante": 0, "muy": 5}


def test_one_dissatisfied_person_among_ten_is_not_shown_nor_told_by_subtraction():
    counts = shown(summarise(SATISFACTION, overall(*["muy"] * 9, "nada")), "overall")
    assert counts["nada"] is None
    assert sum(people is None for people in counts.values()) >= 2


def test_a_question_that_four_answered_is_hidden_whole():
    rows = overall(*["muy"] * 8)
    for row in rows[:4]:
        row["useful"] = "poco"
    question = of(summarise(SATISFACTION, rows), "useful")
    assert (question.answered, question.hidden, question.counts) == (4, True, ())


def test_where_several_may_be_marked_neither_few_nor_all_but_few_are_shown():
    rows = [{"connection": "prepaid" + (" plan" if n < 3 else "") + (" wifi_work" if n else "")} for n in range(12)]
    counts = shown(summarise(ACCESS, rows), "connection")
    assert counts["prepaid"] == 12
    assert (counts["plan"], counts["wifi_work"]) == (None, None)


def test_of_figures_the_median_and_the_quartiles_and_never_the_ends():
    rows = [{"minutes": str(n)} for n in (5, 10, 15, 20, 25, 30, 180)]
    question = of(summarise(ACCESS, rows), "minutes")
    assert (question.middle.low, question.middle.median, question.middle.high) == (Decimal("12.5"), Decimal(20), Decimal("27.5"))
    assert question.counts == ()


@given(st.lists(st.integers(0, 1000), min_size=1))
def test_the_middle_is_the_median_and_lies_between_its_quartiles(figures):
    middle = middle_of([Decimal(one) for one in figures])
    assert middle.median == Decimal(str(median(figures)))
    assert middle.low <= middle.median <= middle.high


@given(st.lists(st.sampled_from(["nada", "poco", "bastante", "muy", ""]), max_size=40))
def test_no_count_between_one_and_four_is_ever_shown(answers):
    summary = summarise(SATISFACTION, [{"overall": answer} if answer else {} for answer in answers])
    for question in summary.questions:
        assert not [count for count in question.counts if count.people in (1, 2, 3, 4)]


def test_open_answers_come_in_an_order_of_their_own_whatever_came_first():
    rows = [{"helped_most": f"Ayuda {n}", "change": f"Cambio {n}"} for n in range(9)]
    first = open_answers(SATISFACTION, rows, "salt")
    assert first == open_answers(SATISFACTION, rows[::-1], "salt")
    helped, change = ([text[-1] for text in first[name]] for name in ("helped_most", "change"))
    assert sorted(helped) == sorted(change)
    assert helped != change
    assert helped != sorted(helped)


def test_open_answers_of_four_people_are_kept_back():
    assert open_answers(SATISFACTION, [{"change": "Todo"}] * 4, "salt") == {}


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_says_nothing_of_the_order_in_which_they_came(texts):
    assert shuffled(texts, "s") == shuffled(["a", "b", "c", "d"], "s")


@pytest.mark.parametrize("form", [SATISFACTION, ACCESS, xlsform.ours("baseline")])
def test_every_form_of_ours_is_summed_up_without_answers(form):
    assert summarise(form, [{}] * 5).answered == 5
