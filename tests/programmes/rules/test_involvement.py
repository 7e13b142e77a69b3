from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.programmes.rules.involvement import (
    COLLABORATING,
    CONSULTED,
    DECIDING,
    ENTERPRISES,
    INFORMED,
    INSTITUTION,
    INVOLVED,
    REPRESENTATION,
    Act,
    Choice,
    Phase,
    applies,
    involvement_of,
    level_of,
    needed_of,
)

TWENTY = frozenset(f"hotel {number}" for number in range(20))
LISTEN = Phase("listen", TWENTY)


def by(count, level, **more):
    """One act each of the first `count` enterprises."""
    return [Act("listen", ENTERPRISES, level, f"hotel {number}", **more) for number in range(count)]


def board(level, **more):
    return Act("listen", REPRESENTATION, level, **more)


def enterprises_level(*acts, phase=LISTEN):
    return involvement_of(phase, acts).enterprises.level


CARD = {"level": CONSULTED, "contribution": True}
ANSWERED_CARD = CARD | {"answer": "done"}
VOTED = Choice("options", options=8, in_assembly=True)
SIGNED_OWN = Choice("own_change", days=9)


# The four examples that every implementation must get right


def test_a_president_who_signs_alone_reaches_3_at_most_and_the_headline_is_0():
    found = involvement_of(LISTEN, [board(INVOLVED)])
    assert found.representation.level == INVOLVED
    assert (found.enterprises.level, found.headline) == (0, 0)
    decided = involvement_of(LISTEN, [board(DECIDING, choice=Choice("options", options=1, days=30))])
    assert (decided.representation.level, decided.headline) == (INVOLVED, 0)


def test_a_mass_message_opened_once_is_0():
    assert enterprises_level(*by(1, INFORMED)) == 0


def test_a_closed_vote_whose_result_the_institution_then_changed_without_a_reason_is_not_5():
    acts = [*by(10, **ANSWERED_CARD), *by(10, COLLABORATING), *by(10, DECIDING, choice=VOTED)]
    assert enterprises_level(*acts) == DECIDING
    overturned = [replace(act, choice=replace(VOTED, overturned=True)) if act.choice else act for act in acts]
    assert enterprises_level(*overturned) == COLLABORATING
    assert {level_of(act) for act in overturned if act.choice} == {CONSULTED}


def test_forty_cards_of_which_three_got_no_answer_are_2():
    cards = [Act("listen", ENTERPRISES, CONSULTED, f"hotel {number % 20}", True, "done" if number >= 3 else None) for number in range(40)]
    found = involvement_of(LISTEN, cards).enterprises
    assert found.level == CONSULTED
    assert found.checks[2].unanswered == 3
    assert enterprises_level(*[replace(card, answer="not_because") for card in cards]) == INVOLVED


# Levels


@pytest.mark.parametrize(
    ("acts", "level"),
    [
        ([], 0),
        (by(5, INFORMED), INFORMED),
        (by(5, CONSULTED), CONSULTED),
        (by(5, **CARD), CONSULTED),
        (by(5, **ANSWERED_CARD), INVOLVED),
        (by(5, INVOLVED), INVOLVED),
        ([*by(5, **ANSWERED_CARD), *by(5, COLLABORATING)], COLLABORATING),
        ([*by(5, **ANSWERED_CARD), *by(5, COLLABORATING), *by(5, DECIDING, choice=VOTED)], DECIDING),
    ],
)
def test_each_level_is_recognised(acts, level):
    assert enterprises_level(*acts) == level


def test_a_choice_without_any_change_taken_up_does_not_decide_because_levels_are_cumulative():
    found = involvement_of(LISTEN, [*by(5, **ANSWERED_CARD), *by(5, DECIDING, choice=VOTED)]).enterprises
    assert found.level == INVOLVED
    assert [check.holds for check in found.checks] == [True, True, True, False, True]


def test_an_own_change_that_stands_in_what_was_signed_is_a_change_taken_up_and_a_decision():
    assert enterprises_level(*by(5, DECIDING, choice=SIGNED_OWN)) == DECIDING


@pytest.mark.parametrize(
    ("choice", "level"),
    [
        (Choice("options", options=2, days=7), DECIDING),
        (Choice("options", options=2, days=6), INVOLVED),
        (Choice("options", options=2, in_assembly=True), DECIDING),
        (Choice("options", options=1, days=30), INVOLVED),
        (Choice("options", options=2), INVOLVED),
        (Choice("own_change", days=7), DECIDING),
        (Choice("own_change", days=6), COLLABORATING),
        (Choice("own_change", in_assembly=True), DECIDING),
        (Choice("rejected"), DECIDING),
        (Choice("rejected", overturned=True), CONSULTED),
        (Choice("formality", options=9, days=30), INVOLVED),
        (None, CONSULTED),
    ],
)
def test_signing_is_not_deciding_only_what_could_be_changed_or_rejected_counts(choice, level):
    assert level_of(board(DECIDING, choice=choice)) == level


def test_thanks_are_no_answer():
    assert enterprises_level(*by(5, **CARD, answer="thanks")) == CONSULTED
    assert all(enterprises_level(*by(5, **CARD, answer=kind)) == INVOLVED for kind in ("done", "will_be_done", "not_because", "passed_on"))


def test_an_author_who_says_that_nobody_answered_is_believed():
    assert enterprises_level(*by(5, **ANSWERED_CARD), *by(1, **ANSWERED_CARD, disputed=True)) == CONSULTED


def test_a_rejection_is_an_act_of_the_level_it_touches():
    acts = [board(CONSULTED, contribution=True, answer="done"), board(COLLABORATING), board(DECIDING, choice=Choice("rejected"))]
    assert involvement_of(LISTEN, acts).representation.level == DECIDING


# Who counts


@pytest.mark.parametrize(("invited", "needed"), [(0, 0), (1, 1), (9, 9), (10, 5), (50, 5), (51, 6), (60, 6), (100, 10), (3000, 300)])
def test_five_and_a_tenth_of_those_invited_or_all_of_few(invited, needed):
    assert needed_of(invited) == needed


def test_where_fewer_than_ten_were_invited_all_of_them_must_act():
    nine = Phase("listen", frozenset(f"hotel {number}" for number in range(9)))
    assert enterprises_level(*by(8, INFORMED), phase=nine) == 0
    assert enterprises_level(*by(9, INFORMED), phase=nine) == INFORMED


def test_nobody_invited_is_nobody_involved():
    assert enterprises_level(*by(20, INFORMED), phase=Phase("listen")) == 0


def test_an_enterprise_that_acts_ten_times_is_one():
    assert enterprises_level(*by(4, INFORMED) * 10) == 0


def test_those_who_came_uninvited_do_not_stand_for_those_invited():
    hundred = Phase("listen", frozenset(range(100)))
    assert enterprises_level(*by(12, INFORMED), phase=hundred) == 0


def test_a_tenth_of_those_invited_is_rounded_up():
    sixty_one = Phase("listen", frozenset(f"hotel {number}" for number in range(61)))
    assert enterprises_level(*by(6, INFORMED), phase=sixty_one) == 0
    assert enterprises_level(*by(7, INFORMED), phase=sixty_one) == INFORMED
    sixty = Phase("listen", frozenset(f"hotel {number}" for number in range(60)))
    assert enterprises_level(*by(6, INFORMED), phase=sixty) == INFORMED


def test_who_came_by_an_open_link_counts_for_no_enterprise_but_waits_for_an_answer_all_the_same():
    nameless = [Act("listen", ENTERPRISES, CONSULTED, None, True) for _ in range(30)]
    assert enterprises_level(*nameless) == 0
    assert enterprises_level(*by(5, **ANSWERED_CARD), *nameless) == CONSULTED


def test_the_boards_own_enterprises_are_no_part_of_the_second_row():
    phase = Phase("listen", TWENTY, board=frozenset({"hotel 0"}))
    assert enterprises_level(*by(5, INFORMED), phase=phase) == 0
    assert enterprises_level(*by(6, INFORMED), phase=phase) == INFORMED


def test_the_institutions_own_acts_never_count():
    assert involvement_of(LISTEN, [Act("listen", INSTITUTION, DECIDING, choice=VOTED)]).headline == 0


def test_what_staff_typed_for_somebody_is_that_persons_act():
    assert enterprises_level(*by(5, CONSULTED, typed_by_staff=True)) == CONSULTED


def test_acts_of_another_phase_do_not_count_here():
    assert enterprises_level(*[replace(act, phase="design") for act in by(20, CONSULTED)]) == 0


def test_the_two_rows_are_never_merged_and_the_lower_one_leads():
    found = involvement_of(LISTEN, [*by(20, INFORMED), board(CONSULTED, contribution=True, answer="done"), board(COLLABORATING)])
    assert (found.representation.level, found.enterprises.level, found.headline) == (COLLABORATING, INFORMED, INFORMED)


# Where it applies


def test_before_there_is_a_counterpart_involvement_does_not_apply():
    found = involvement_of(Phase("choose", applies=False), [])
    assert (found.representation, found.enterprises, found.headline) == (None, None, None)


PHASES = ["prepare", "choose", "ally", "listen"]


@pytest.mark.parametrize(
    ("phase", "invited", "expected"), [("choose", False, False), ("choose", True, True), ("ally", False, True), ("listen", False, True)]
)
def test_candidate_associations_invited_to_weigh_in_make_it_apply(phase, invited, expected):
    assert applies(phase, PHASES, "ally", invited) == expected


ACTS = st.lists(
    st.builds(
        Act,
        phase=st.just("listen"),
        side=st.sampled_from([REPRESENTATION, ENTERPRISES, INSTITUTION]),
        level=st.integers(1, 5),
        enterprise=st.sampled_from([*sorted(TWENTY)[:8], None]),
        contribution=st.booleans(),
        answer=st.sampled_from(["done", "thanks", None]),
        choice=st.sampled_from([None, VOTED, SIGNED_OWN, Choice("rejected")]),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(ACTS, st.randoms(use_true_random=False))
def test_the_order_of_acts_changes_nothing_and_the_level_holds_with_all_below(acts, chance):
    found = involvement_of(LISTEN, acts)
    shuffled = acts[:]
    chance.shuffle(shuffled)
    assert involvement_of(LISTEN, shuffled) == found
    for row in (found.representation, found.enterprises):
        assert all(check.holds for check in row.checks[: row.level])
        assert row.level == 5 or not row.checks[row.level].holds


@settings(deadline=None)
@given(ACTS)
def test_answering_a_contribution_never_lowers_a_level(acts):
    before = involvement_of(LISTEN, acts)
    after = involvement_of(LISTEN, [replace(act, answer="done") if act.contribution else act for act in acts])
    assert after.enterprises.level >= before.enterprises.level
    assert after.representation.level >= before.representation.level
