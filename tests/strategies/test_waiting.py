"""What waits because of the strategy: suggestions for the owner, and once the draft is complete each side's signature."""

from milpa import ledger
from milpa.strategies.actions.answering import answer_suggestion
from milpa.strategies.actions.sheets import edit_action
from milpa.strategies.actions.signing import sign_strategy
from milpa.strategies.actions.suggesting import Beside, suggest
from milpa.strategies.waiting import waits


def told(world):
    return sorted((wait.what.message, wait.institution) for wait in waits(world.ana, [world.id]))


def test_a_complete_draft_waits_for_each_side(world, drafted):
    assert {institution for _what, institution in told(world)} == {world.association.id, world.fund.id, world.institute.id}
    sign_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7())
    assert world.association.id not in {institution for _what, institution in told(world)}


def test_nobody_is_asked_to_sign_half_a_draft(world, drafted):
    edit_action(world.ana, drafted.id, drafted.now, drafted.action.id, {"hours": None})
    assert told(world) == []


def test_an_open_question_waits_for_the_owner_before_its_signature(world, drafted):
    beside = Beside("question", "actions", text="¿Quién cuida los teléfonos?")
    asked = suggest(world.carmen, drafted.id, ledger.uuid7(), beside, number=drafted.now)
    mine = [what for what, institution in told(world) if institution == world.institute.id]
    assert mine == ["{n} suggestion beside the strategy waits for an answer"]
    answer_suggestion(world.ana, asked.id, ledger.uuid7(), "done", "El instituto.")
    mine = [what for what, institution in told(world) if institution == world.institute.id]
    assert mine == ["Sign the strategy"]


def test_a_programme_without_strategy_costs_one_query(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert waits(world.ana, [world.id]) == []
