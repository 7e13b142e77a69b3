import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.measures.wilson import wilson
from milpa.readiness.rules.gain import Pair, gain, pairs_of
from milpa.readiness.rules.gaps import Attempt, Form, Outcome

A, B = Form.A, Form.B
ALONE, HELP, NOT, NEVER = Outcome.ALONE, Outcome.WITH_HELP, Outcome.NOT_DONE, Outcome.NOT_ATTEMPTED


def before_and_after(before, after, task="B3", first=A):
    return [Attempt(task, first, before), Attempt(task, first.other, after)]


def test_a_pair_is_one_task_in_one_form_and_later_in_the_other():
    assert pairs_of(before_and_after(NOT, ALONE)) == (Pair("B3", A, False, True),)
    assert pairs_of([Attempt("B3", A, NOT), Attempt("B3", A, ALONE)]) == ()  # the same form learnt by heart
    assert pairs_of([Attempt("B3", A, NOT)]) == ()


def test_the_first_attempt_counts_against_the_last_in_the_other_form():
    made = [Attempt("B3", B, HELP), Attempt("B3", A, NOT), Attempt("B3", B, ALONE), Attempt("B3", A, ALONE)]
    assert pairs_of(made) == (Pair("B3", B, False, True),)


def test_never_used_is_no_attempt():
    assert pairs_of([Attempt("B3", A, NEVER), Attempt("B3", B, ALONE)]) == ()


def test_five_people_of_whom_four_learn_it():
    found = gain({f"p{number}": before_and_after(NOT, ALONE if number else HELP) for number in range(5)})
    assert (found.change.before, found.change.after, found.change.pairs) == (0, 4, 5)
    assert found.change.change == pytest.approx(0.8)
    assert found.after == wilson(4, 5)
    assert (found.is_shown, found.only_gaps) == (True, True)


def test_fewer_than_five_people_are_not_shown():
    assert not gain({"rosa": before_and_after(NOT, ALONE)}).is_shown


def test_who_could_before_and_after_is_no_gain_and_who_forgot_is_a_loss():
    found = gain({"rosa": before_and_after(ALONE, ALONE), "tomas": before_and_after(ALONE, NOT)})
    assert (found.change.gained, found.change.lost, found.only_gaps) == (0, 1, False)


def test_tasks_and_first_forms_are_told_apart():
    found = gain(
        {"rosa": before_and_after(NOT, ALONE) + before_and_after(NOT, NOT, "B4", B), "tomas": before_and_after(NOT, ALONE, first=B)}
    )
    assert {task: change.gained for task, change in found.by_task.items()} == {"B3": 2, "B4": 0}
    assert {form: change.pairs for form, change in found.by_first_form.items()} == {A: 1, B: 2}
    assert (found.people[0].before, found.people[0].after) == (0, 1)


def test_while_nobody_repeated_anything_there_is_no_gain():
    assert gain({}) is None
    assert gain({"rosa": [Attempt("B3", A, NOT)]}) is None


ATTEMPTS = st.lists(st.builds(Attempt, task=st.sampled_from(["B3", "B4"]), form=st.sampled_from(Form), outcome=st.sampled_from(Outcome)))


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("rstu"), ATTEMPTS))
def test_the_sums_over_people_tasks_and_forms_are_the_same(attempts):
    found = gain(attempts)
    if found is None:
        assert all(pairs_of(own) == () for own in attempts.values())
        return
    assert found.change.pairs == sum(len(person.pairs) for person in found.people)
    assert found.change.after == sum(person.after for person in found.people) == sum(change.after for change in found.by_task.values())
    assert found.change.pairs == sum(change.pairs for change in found.by_first_form.values())
