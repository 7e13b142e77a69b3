"""What waits because of the strategy: suggestions for the owner, and once the draft is complete each side's signature."""

from datetime import date

from milpa import ledger
from milpa.strategies.actions.answering import answer_suggestion
from milpa.strategies.actions.sending import Sending, read_strategy, send_for_comment
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
    send = "The strategy was not sent to the enterprises for their word yet"
    assert mine == [send, "{n} suggestion beside the strategy waits for an answer"]
    answer_suggestion(world.ana, asked.id, ledger.uuid7(), "done", "El instituto.")
    mine = [what for what, institution in told(world) if institution == world.institute.id]
    assert mine == ["Sign the strategy", send]


def test_a_programme_without_strategy_costs_one_query(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert waits(world.ana, [world.id]) == []


def test_once_it_was_sent_the_board_is_asked_for_its_word_until_it_gives_it(world, drafted):
    send_for_comment(world.ana, drafted.id, ledger.uuid7(), drafted.now, Sending([], True, "meeting", date(2026, 2, 20)))
    assert ("Give your word on the strategy", world.association.id) in told(world)
    assert "The strategy was not sent to the enterprises for their word yet" not in dict(told(world))
    read_strategy(world.carmen, drafted.id, ledger.uuid7(), drafted.now)
    assert "Give your word on the strategy" not in dict(told(world))
