from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.programmes.rules.steps import WHOLE_STEP, Answer, State, Step, gate_state, phase_state, step_state

NEGOTIATE = Step("negotiate", ("signed_by_counterpart", "signed_by_partners"))
FEBRUARY, MARCH = datetime(2026, 2, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)


def answers(**met):
    return {key: Answer(key, value) for key, value in met.items()}


def test_a_step_is_done_when_every_key_is_met():
    found = step_state(NEGOTIATE, answers(signed_by_counterpart=True, signed_by_partners=True))
    assert (found.state, found.missing, found.met, found.of) == (State.DONE, (), 2, 2)
    assert found.is_done


def test_one_key_that_is_not_met_leaves_it_begun_and_is_named():
    found = step_state(NEGOTIATE, answers(signed_by_counterpart=True, signed_by_partners=False))
    assert (found.state, found.missing, found.met) == (State.BEGUN, ("signed_by_partners",), 1)


def test_nothing_met_and_nothing_attached_is_missing():
    assert step_state(NEGOTIATE, answers(signed_by_counterpart=False)).state is State.MISSING


@pytest.mark.parametrize("suffices", [{"signed_by_partners"}, {WHOLE_STEP}])
def test_what_somebody_attached_and_said_to_suffice_makes_it_done_by_hand(suffices):
    found = step_state(NEGOTIATE, answers(signed_by_counterpart=True, signed_by_partners=False), suffices)
    assert (found.state, found.by_hand, found.missing) == (State.BY_HAND, ("signed_by_partners",), ())
    assert found.is_done


def test_attaching_without_saying_that_it_suffices_only_begins_a_step():
    assert step_state(NEGOTIATE, {}, attached=True).state is State.BEGUN


def test_a_key_that_the_system_does_not_recognise_is_covered_only_by_hand():
    step = Step("anchor", ("programmes.anchored",))
    assert step_state(step, {}).state is State.MISSING
    assert step_state(step, {}, {"programmes.anchored"}).state is State.BY_HAND


def test_a_step_without_any_key_is_done_only_by_hand():
    step = Step("talk", ())
    assert step_state(step, {}).state is State.MISSING
    assert step_state(step, {}, {WHOLE_STEP}).state is State.BY_HAND


def test_a_count_under_way_shows_as_begun():
    assert step_state(NEGOTIATE, {"signed_by_partners": Answer("signed_by_partners", False, done=1, all=3)}).state is State.BEGUN


def test_it_says_since_when_it_is_done_and_until_when_the_answer_holds():
    found = step_state(
        NEGOTIATE,
        {
            "signed_by_counterpart": Answer("signed_by_counterpart", True, FEBRUARY, MARCH),
            "signed_by_partners": Answer("signed_by_partners", True, MARCH),
        },
    )
    assert (found.since, found.until) == (MARCH, MARCH)
    begun = step_state(NEGOTIATE, {"signed_by_counterpart": Answer("signed_by_counterpart", True, FEBRUARY)})
    assert begun.since is None


DONE = step_state(Step("a", ("k",)), answers(k=True))
BY_HAND = step_state(Step("b", ("k",)), {}, {"k"})
BEGUN = step_state(Step("c", ("k", "l")), answers(k=True))
MISSING = step_state(Step("d", ("k",)), {})


@pytest.mark.parametrize(
    ("steps", "state", "done"),
    [
        ([DONE, DONE], State.DONE, 2),
        ([DONE, BY_HAND], State.BY_HAND, 2),
        ([DONE, MISSING], State.BEGUN, 1),
        ([BEGUN, MISSING], State.BEGUN, 0),
        ([MISSING], State.MISSING, 0),
        ([], State.MISSING, 0),
    ],
)
def test_a_phase_is_what_its_steps_are(steps, state, done):
    found = phase_state("listen", steps)
    assert (found.state, found.done, found.of) == (state, done, len(steps))


def test_a_passed_gate_stays_visible_beside_what_is_missing():
    found = phase_state("ally", [DONE, MISSING], is_passed=True)
    assert (found.is_passed, found.state) == (True, State.BEGUN)
    assert not phase_state("ally", [DONE]).is_passed


STATES = {"workshop": DONE, "prioritise": BEGUN, "access": MISSING}


def test_a_gate_says_which_steps_are_missing_and_shows_the_others_without_counting_them():
    found = gate_state(["workshop", "prioritise"], ["access"], STATES)
    assert (found.is_met, found.missing, found.informs) == (False, (BEGUN,), (MISSING,))
    assert (found.done, found.of) == (1, 2)


def test_a_step_that_only_informs_never_keeps_a_gate_from_being_met():
    assert gate_state(["workshop"], ["access"], STATES).is_met


def test_a_step_done_by_hand_satisfies_a_gate():
    assert gate_state(["b"], [], {"b": BY_HAND}).is_met


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("abcd"), st.booleans()), st.sets(st.sampled_from("abcd")), st.booleans())
def test_every_key_is_met_by_hand_or_missing_and_a_done_step_misses_none(met, by_hand, attached):
    found = step_state(Step("s", tuple("abcd")), answers(**met), by_hand, attached)
    assert found.is_done == (not found.missing)
    assert not set(found.missing) & set(found.by_hand)
    assert set("abcd") == set(found.missing) | set(found.by_hand) | {key for key, value in met.items() if value}
