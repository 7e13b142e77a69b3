"""What the counterpart did in the choice and in the letter is computed, never typed in."""

from datetime import timedelta

from milpa import ledger
from milpa.conglomerates.actions.agreeing import decline_agreement, write_part
from milpa.conglomerates.actions.deciding import decide, sign_selection
from milpa.conglomerates.involving import acts
from milpa.ledger import clock
from milpa.programmes.rules.involvement import COLLABORATING, DECIDING, INVOLVED, level_of
from tests.conglomerates.actions.test_agreeing import again, sign, written
from tests.conglomerates.choice import again as chosen_again
from tests.conglomerates.choice import all_weigh, choice
from tests.world import MONDAY


def levels(world, phase: str) -> list[int]:
    return sorted(level_of(act) for act in acts([world.id]).get(world.id, []) if act.phase == phase)


def test_weighing_touches_four_and_only_who_speaks_for_the_conglomerate_counts(world):
    all_weigh(world, choice(world))
    assert levels(world, "choose") == [COLLABORATING]


def test_a_choice_among_candidates_with_a_week_to_read_is_a_decision(world):
    with clock.at(MONDAY):
        selection = choice(world)
        all_weigh(world, selection)
        decide(world.ana, selection.id, chosen_again(selection).revision, selection.candidates.first().id, "Lo pidió.")
    with clock.at(MONDAY + timedelta(days=8)):
        sign_selection(world.carmen, selection.id, chosen_again(selection).revision, ledger.uuid7())
    assert levels(world, "choose") == [COLLABORATING, DECIDING]


def test_signing_what_the_institution_wrote_is_ratified(world):
    sign(world.carmen, written(world))
    assert levels(world, "ally") == [INVOLVED]


def test_their_own_words_in_what_was_signed_are_a_decision_if_there_was_time(world):
    with clock.at(MONDAY):
        one = written(world)
        write_part(world.carmen, one.id, one.revision, "when_we_review", "Cada mes, en la asamblea.")
    with clock.at(MONDAY + timedelta(days=8)):
        sign(world.carmen, one)
    assert levels(world, "ally") == [COLLABORATING, DECIDING]


def test_their_words_that_were_taken_out_again_decide_nothing(world):
    one = written(world)
    write_part(world.carmen, one.id, one.revision, "when_we_review", "Cada mes.")
    write_part(world.ana, one.id, again(one).revision, "when_we_review", "Cada año.")
    sign(world.carmen, one)
    assert levels(world, "ally") == [2, INVOLVED]


def test_refusing_with_a_reason_is_a_decision(world):
    one = written(world)
    decline_agreement(world.carmen, one.id, one.revision, ledger.uuid7(), "Falta lo del horario")
    assert levels(world, "ally") == [DECIDING]


def test_any_number_of_programmes_takes_three_questions(world, django_assert_max_num_queries):
    one = written(world)
    write_part(world.carmen, one.id, one.revision, "when_we_review", "Cada mes.")
    with django_assert_max_num_queries(3):
        acts([world.id, ledger.uuid7()])
    with django_assert_max_num_queries(1):
        assert acts([ledger.uuid7()]) == {}
