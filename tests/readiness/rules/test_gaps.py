import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.readiness.rules.gaps import DIAGNOSIS, Attempt, Form, Outcome, readiness, to_repeat

ALONE, HELP, NOT, NEVER = Outcome.ALONE, Outcome.WITH_HELP, Outcome.NOT_DONE, Outcome.NOT_ATTEMPTED
A, B = Form.A, Form.B


def attempts(**outcomes):
    return [Attempt(task.removeprefix("t"), A, outcome) for task, outcome in outcomes.items()]


ALL_ALONE = attempts(B1=ALONE, B3=ALONE, B4=ALONE, B5=ALONE, B7=ALONE, t14=ALONE)


def test_who_does_everything_alone_has_no_gap():
    found = readiness(ALL_ALONE)
    assert (found.gaps, found.accompanied_first, found.is_diagnosed, found.waiting) == ((), False, True, ())


@pytest.mark.parametrize("outcome", [HELP, NOT])
def test_a_task_attempted_and_not_done_alone_is_a_gap(outcome):
    assert readiness(attempts(B1=ALONE, B3=outcome)).gaps == ("B3",)


def test_a_task_not_attempted_is_no_gap_and_is_told_apart():
    found = readiness(attempts(B1=ALONE, B3=NEVER, B4=HELP))
    assert (found.gaps, found.not_attempted) == (("B4",), ("B3",))


def test_done_alone_once_in_either_form_closes_the_gap_whatever_came_before_or_after():
    assert readiness([Attempt("B3", A, NOT), Attempt("B3", B, ALONE)]).gaps == ()
    assert readiness([Attempt("B3", A, ALONE), Attempt("B3", B, NOT)]).gaps == ()
    assert readiness([Attempt("B3", A, NEVER), Attempt("B3", B, NOT)]).gaps == ("B3",)


def test_one_gap_does_not_call_for_company_and_two_do():
    assert not readiness(attempts(B1=ALONE, B3=NOT)).accompanied_first
    found = readiness(attempts(B1=ALONE, B3=NOT, B7=HELP))
    assert (found.accompanied_first, found.because) == (True, ("many_gaps",))


@pytest.mark.parametrize("outcome", [NOT, NEVER])
def test_who_did_not_get_through_the_door_is_offered_company_and_needs_no_further_task(outcome):
    found = readiness(attempts(B1=outcome))
    assert (found.accompanied_first, found.because, found.is_diagnosed) == (True, ("door_not_done",), True)


def test_getting_through_the_door_with_help_is_getting_through():
    found = readiness(attempts(B1=HELP))
    assert (found.accompanied_first, found.gaps, found.is_diagnosed) == (False, ("B1",), False)


def test_before_the_first_task_nothing_is_known():
    found = readiness([])
    assert (found.gaps, found.accompanied_first, found.is_diagnosed) == ((), False, False)
    assert found.waiting == ("B1", *DIAGNOSIS)


def test_only_gaps_are_repeated_in_the_other_form():
    made = [Attempt("B1", A, ALONE), Attempt("B3", A, NOT), Attempt("B4", B, HELP), Attempt("B5", A, NEVER), Attempt("B4", A, NOT)]
    assert to_repeat(made) == (("B3", B), ("B4", B))


ATTEMPTS = st.lists(
    st.builds(Attempt, task=st.sampled_from(["B1", *DIAGNOSIS]), form=st.sampled_from(Form), outcome=st.sampled_from(Outcome)), max_size=14
)


@settings(deadline=None)
@given(ATTEMPTS)
def test_every_task_met_is_a_gap_done_alone_or_not_attempted(made):
    found = readiness(made)
    assert sorted([*found.gaps, *found.alone, *found.not_attempted]) == sorted({attempt.task for attempt in made})
    assert {task for task, _ in to_repeat(made)} == set(found.gaps)


@settings(deadline=None)
@given(ATTEMPTS, st.sampled_from(["B1", *DIAGNOSIS]))
def test_doing_a_task_alone_never_opens_a_gap(made, task):
    assert set(readiness([*made, Attempt(task, B, ALONE)]).gaps) <= set(readiness(made).gaps) - {task}
