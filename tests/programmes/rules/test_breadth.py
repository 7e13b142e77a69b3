import pytest

from milpa.programmes.rules.breadth import (
    Answered,
    DecidedTogether,
    Enterprise,
    Share,
    answered,
    breadth,
    decided_together,
    own_word,
    to_read_back,
)
from milpa.programmes.rules.involvement import ENTERPRISES, INSTITUTION, REPRESENTATION, Act, Choice, Phase

REGISTER = {
    "rosa": Enterprise("micro", "Sololá", "woman"),
    "tomas": Enterprise("small", "Sololá", "man"),
    "lidia": Enterprise("micro", "Petén", "woman"),
    "board": Enterprise("medium", "Guatemala", "man"),
}
PHASE = Phase("listen", frozenset({"rosa", "tomas", "board"}), board=frozenset({"board"}))
SIGNED = Choice("own_change", days=8)


def act(who, level=2, **more):
    return Act("listen", ENTERPRISES, level, who, **more)


def test_breadth_counts_distinct_enterprises_of_those_invited_and_of_the_register_without_the_board():
    found = breadth(PHASE, [act("rosa"), act("rosa"), act("board"), act("stranger")], REGISTER)
    assert (found.acted, found.invited, found.registered) == (2, 2, 3)


def test_breadth_shows_which_kinds_of_enterprise_a_phase_was_carried_by():
    found = breadth(PHASE, [act("rosa"), act("stranger")], REGISTER)
    assert found.by["size"] == (Share("micro", 1, 1, 2), Share("small", 0, 1, 1), Share("", 1, 0, 0))
    assert found.by["leader_sex"][0] == Share("woman", 1, 1, 2)


def test_answered_counts_contributions_of_both_sides_and_the_institutions_days():
    made = [
        act("rosa", contribution=True, answer="done", days_to_answer=2),
        act("tomas", contribution=True, answer="thanks", days_to_answer=1),
        act("lidia", contribution=True, answer="passed_on", days_to_answer=6),
        Act("listen", REPRESENTATION, 2, contribution=True),
        Act("listen", INSTITUTION, 2, contribution=True),
        act("rosa"),
    ]
    assert answered(PHASE, made) == Answered(4, 2, 4.0)
    assert answered(PHASE, []) == Answered(0, 0, None)


def test_decided_together_counts_decisions_with_a_real_choice_once():
    acts = [
        act("rosa", 5, choice=SIGNED, decision="strategy"),
        act("tomas", 5, choice=SIGNED, decision="strategy"),
        act("rosa", 5, choice=Choice("options", options=1, days=9), decision="calendar"),
        act("rosa", 2, decision="budget"),
        act("rosa", 5, choice=SIGNED, decision="of another phase"),
        Act("listen", INSTITUTION, 5, choice=SIGNED, decision="prices"),
    ]
    assert decided_together(PHASE, acts, {"strategy", "calendar", "budget", "prices"}) == DecidedTogether(1, 4)


@pytest.mark.parametrize(
    ("words", "headline", "word", "gap", "printed"),
    [
        (["much", "much", "some"], 4, "much", 0, False),
        (["nothing", "nothing", "much"], 3, "nothing", 2, True),
        (["nothing"], 2, "nothing", 1, False),
        (["much", "much"], 2, "much", 2, True),
        (["nothing", "much"], 0, "nothing", 0, False),
        (["some"], 3, "some", 0, False),
        (["some"], 4, "some", 1, False),
        (["some"], 0, "some", 2, True),
        (["much"], 5, "much", 0, False),
    ],
)
def test_their_own_word_stands_beside_the_level_and_a_gap_of_two_is_printed(words, headline, word, gap, printed):
    found = own_word(words, headline)
    assert (found.word, found.gap, found.is_printed) == (word, gap, printed)
    assert sum(found.counts.values()) == len(words)


def test_nobody_asked_yet_is_no_word_and_an_unknown_word_is_refused():
    assert own_word([], 3) is None
    with pytest.raises(ValueError, match="perhaps"):
        own_word(["perhaps"], 3)


def test_one_in_ten_acts_typed_by_staff_is_read_back_always_the_same_ones():
    typed = [act("rosa", id=number, typed_by_staff=True) for number in range(21)]
    drawn = to_read_back([*typed, act("tomas", id=99)])
    assert len(drawn) == 3
    assert 99 not in drawn
    assert to_read_back(reversed(typed)) == drawn
    assert to_read_back([]) == []
