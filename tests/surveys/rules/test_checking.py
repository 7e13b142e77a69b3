"""Answers are looked at with the three questionnaires that come with Milpa."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.surveys import xlsform
from milpa.surveys.rules.checking import check
from milpa.surveys.rules.form import MULTIPLE, Choice, Form, Question
from tests.surveys.asked import BASELINE_FITS, FITS, SATISFIED

TODAY = date(2026, 3, 2)
ACCESS, BASELINE, SATISFACTION = (xlsform.ours(name) for name in ("access", "baseline", "satisfaction"))


def problems(form, answers):
    return {name: problem.code for name, problem in check(form, answers, TODAY).problems.items()}


def test_answers_that_fit_are_kept_as_the_standard_has_them():
    values = check(ACCESS, FITS, TODAY).values
    assert values == {
        "position": "owner", "device": "own", "phone_can": "internet photos", "connection": "prepaid", "data_cost": "15",
        "hours": "early", "comments": "Que no sea en sábado.",
    }  # fmt: skip


def test_nothing_is_required_of_satisfaction_but_what_is_answered_must_be_offered():
    assert check(SATISFACTION, {}, TODAY).fits
    assert check(SATISFACTION, SATISFIED, TODAY).fits
    assert problems(SATISFACTION, {"overall": "no_aplica"}) == {"overall": "choice"}
    assert check(SATISFACTION, {"useful": "no_aplica"}, TODAY).fits


def test_an_answer_to_a_question_that_does_not_apply_is_dropped_even_if_it_is_wrong():
    checked = check(ACCESS, FITS | {"device": "none", "phone_can": ["nothing", "video"]}, TODAY)
    assert checked.fits
    assert "phone_can" not in checked.values


def test_dropping_one_answer_leaves_out_what_hangs_on_it():
    checked = check(BASELINE, BASELINE_FITS | {"consent": "no", "bookings": "5", "direct_bookings": "9"}, TODAY)
    assert (checked.values, checked.problems) == ({"consent": "no"}, {})


def test_a_constraint_may_lean_on_another_answer():
    assert problems(BASELINE, BASELINE_FITS | {"rooms": "2", "nights_sold": "63"}) == {"nights_sold": "constraint"}
    assert problems(BASELINE, BASELINE_FITS | {"rooms": "2", "nights_sold": "62"}) == {}
    assert problems(BASELINE, BASELINE_FITS | {"with_social_security": "5"}) == {"with_social_security": "constraint"}
    assert problems(BASELINE, BASELINE_FITS | {"with_social_security": "4"}) == {}


def test_a_date_after_today_is_refused_in_the_forms_own_words():
    checked = check(ACCESS, FITS | {"answered_on": "2026-03-03"}, TODAY)
    assert checked.problems["answered_on"].text["es"] == "La fecha no puede ser después de hoy."


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1,250", "1250"), ("1,250.50", "1250.5"), ("12,5", "12.5"), ("Q 15", "15"), (" 007 ", "7"), ("0.10", "0.1"), ("-0", "0"),
     ("1e3", None), ("doce", None), ("1.2.3", None), ("9" * 13, None), ("∞", None), ("NaN", None), ("12,3456", None)],
)  # fmt: skip
def test_amounts_are_read_as_people_here_write_them(typed, kept):
    checked = check(BASELINE, BASELINE_FITS | {"sales": typed}, TODAY)
    assert checked.values.get("sales") == kept
    assert checked.fits is (kept is not None)


@pytest.mark.parametrize("typed", ["2.5", "dos", "2 3 4 x"])
def test_people_are_counted_whole(typed):
    assert problems(BASELINE, BASELINE_FITS | {"women_permanent": typed}) == {"women_permanent": "whole"}


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [("answered_on", "2 de marzo", "date"), ("signal", "11", "choice"), ("device", "fax", "choice"), 
     ("hours", ["early", "never"], "choice"), ("comments", "x" * 2001, "long"),
     ("position", "", "required"), ("minutes", "181", "constraint")],
)  # fmt: skip
def test_what_does_not_fit_says_why(name, value, code):
    assert problems(ACCESS, FITS | {name: value}) == {name: code}


def test_what_the_form_does_not_ask_is_passed_over():
    assert "password" not in check(ACCESS, FITS | {"password": "secreto"}, TODAY).values


def two(first, second):
    return Form("f", "", "", ("",), (first, second))


def text(name, **more):
    return Question(name, "text", {"": name}, {}, {}, {}, **more)


def test_conditions_that_lean_on_each_other_come_to_an_end():
    form = two(text("a", relevant="${b} = ''"), text("b", relevant="${a} = ''"))
    checked = check(form, {"a": "1", "b": "2"}, TODAY)
    assert checked.fits
    assert check(form, {"a": "1", "b": "2"}, TODAY) == checked


def test_what_is_calculated_is_kept_and_may_decide_what_is_asked():
    form = two(Question("sum", "calculate", {}, {}, {}, {}, calculation="2 + 3"), text("why", relevant="${sum} > 4", required="yes"))
    assert check(form, {}, TODAY).problems.keys() == {"why"}
    assert check(form, {"why": "porque sí"}, TODAY).values == {"sum": "5", "why": "porque sí"}


@given(st.dictionaries(st.sampled_from([q.name for q in BASELINE.asked()]), st.text(max_size=12)))
def test_any_answers_are_kept_or_refused_and_what_was_kept_is_kept_again(raw):
    checked = check(BASELINE, raw, TODAY)
    again = check(BASELINE, checked.values, TODAY)
    if checked.fits:
        assert again == checked


@given(st.lists(st.sampled_from(["a", "b", "c"])))
def test_several_choices_are_kept_once_each_in_the_order_of_the_form(chosen):
    offered = tuple(Choice(name, {"": name}, {}, {}) for name in "abc")
    form = two(Question("q", MULTIPLE, {"": "q"}, {}, {}, {}, choices=offered), text("z"))
    assert check(form, {"q": chosen}, TODAY).values.get("q", "") == " ".join(sorted(set(chosen)))
