"""The evidence of the design phase: what is met, since when, and what is missing in a sentence."""

from django.utils.translation import override

from milpa import ledger
from milpa.strategies.actions.sheets import edit_action
from milpa.strategies.actions.signing import decline_strategy, sign_strategy
from milpa.strategies.actions.starting import start_strategy
from milpa.strategies.actions.writing import save_section
from milpa.strategies.evidence import actions_cover_priorities, complete_draft, signed_by_counterpart, signed_by_partners
from tests.strategies.story import appointed, need


def missing(answer):
    with override("en"):
        return str(answer.missing)


def test_before_the_strategy_begins_nothing_is_met(world):
    for question in (actions_cover_priorities, complete_draft, signed_by_counterpart, signed_by_partners):
        answer = question([world.id])[world.id]
        assert (answer.met, missing(answer)) == (False, "The strategy is not begun yet")


def test_without_frozen_needs_nothing_is_covered(world):
    start_strategy(world.ana, world.id)
    assert missing(actions_cover_priorities([world.id])[world.id]) == "No needs are frozen yet to which actions could answer"


def test_every_need_that_training_solves_has_an_action_or_a_reason(world, drafted):
    assert actions_cover_priorities([world.id])[world.id].met
    edit_action(world.ana, drafted.id, drafted.now, drafted.action.id, {"answers": [need(world, "Precio y temporada").id]})
    answer = actions_cover_priorities([world.id])[world.id]
    assert (answer.met, missing(answer)) == (False, "1 of 2 needs have an action or a reason")


def test_a_draft_is_complete_until_something_is_taken_away(world, drafted):
    assert complete_draft([world.id])[world.id].met
    edit_action(world.ana, drafted.id, drafted.now, drafted.action.id, {"hours": None, "cost": None})
    save_section(world.ana, drafted.id, drafted.now, "summary", "")
    answer = complete_draft([world.id])[world.id]
    assert (answer.met, missing(answer)) == (False, "3 things are missing in the draft")


def test_the_counterpart_signs_by_all_whom_its_mandate_names(world, drafted):
    assert missing(signed_by_counterpart([world.id])[world.id]) == "No counterpart is appointed yet"
    appointed(world, "Carmen")
    assert missing(signed_by_counterpart([world.id])[world.id]) == "Asociación Ejemplo has not signed the strategy yet"
    sign_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7())
    assert signed_by_counterpart([world.id])[world.id].met


def test_a_changed_word_takes_the_evidence_back(world, drafted):
    appointed(world)
    number = drafted.now
    sign_strategy(world.carmen, drafted.id, number, ledger.uuid7())
    save_section(world.ana, drafted.id, number, "summary", "Otro resumen.")
    answer = signed_by_counterpart([world.id])[world.id]
    assert (answer.met, missing(answer)) == (False, f"Asociación Ejemplo signed revision {number}, which is not the newest")


def test_a_refusal_is_said_with_its_reason(world, drafted):
    appointed(world)
    decline_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7(), "Falta la asamblea.")
    assert missing(signed_by_counterpart([world.id])[world.id]) == "Asociación Ejemplo does not sign: Falta la asamblea."


def test_the_partners_with_a_contribution_sign(world, drafted):
    assert missing(signed_by_partners([world.id])[world.id]) == "0 of 1 partners with a contribution signed"
    sign_strategy(world.fidel, drafted.id, drafted.now, ledger.uuid7())
    assert signed_by_partners([world.id])[world.id].met


def test_the_steps_turn_on_the_journey(world, drafted):
    from milpa.programmes.answers import answers_of

    appointed(world)
    assert not answers_of([world.programme])[world.id]["negotiate"]["strategies.signed_by_counterpart"].met
    sign_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7())
    assert answers_of([world.programme])[world.id]["negotiate"]["strategies.signed_by_counterpart"].met
