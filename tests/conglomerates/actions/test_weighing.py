"""Each side weighs for itself, and in secret until all have weighed."""

import pytest
from django.db import transaction

from milpa import ledger
from milpa.conglomerates.actions.weighing import ask_for_round, close_round, weigh
from milpa.conglomerates.comparing import table
from milpa.conglomerates.models import Selection, Weighting
from milpa.conglomerates.refusals import NotADecidingSide, WeightsAreZero, WeightsIncomplete
from tests.conglomerates.choice import again, all_weigh, choice, weights


def test_weights_are_shown_when_all_sides_have_weighed_and_not_before(world):
    selection = choice(world)
    weigh(world.ana, selection.id, ledger.uuid7(), weights(selection, 1, 1, 1))
    assert table(again(selection)).shown_weightings == {}
    all_weigh(world, selection)
    assert len(table(again(selection)).shown_weightings) == 3


def test_weights_sent_twice_are_one_and_weighing_again_replaces(world):
    selection, id = choice(world), ledger.uuid7()
    weigh(world.ana, selection.id, id, weights(selection, 1, 1, 1))
    weigh(world.ana, selection.id, id, weights(selection, 1, 1, 1))
    assert Weighting.objects.count() == 1
    weigh(world.ana, selection.id, ledger.uuid7(), weights(selection, 3, 0, 0))
    assert set(table(again(selection)).weightings[world.institute.id].values()) == {"3", "0"}


def test_a_repeat_after_another_round_was_asked_for_is_answered_as_stored(world):
    selection, id = choice(world), ledger.uuid7()
    first = weigh(world.ana, selection.id, id, weights(selection, 1, 1, 1))
    ask_for_round(world.ana, selection.id, ledger.uuid7(), "Falta conversarlo")
    assert weigh(world.ana, selection.id, id, weights(selection, 1, 1, 1)).recorded_at == first.recorded_at
    assert table(again(selection)).weightings == {}


def test_weights_that_sum_to_zero_are_refused(world):
    selection = choice(world)
    with pytest.raises(WeightsAreZero):
        weigh(world.ana, selection.id, ledger.uuid7(), weights(selection, 0, 0, 0))


def test_a_criterion_without_weight_is_named(world):
    selection = choice(world)
    some = weights(selection, 1, 1, 1)
    some.pop(next(iter(some)))
    with pytest.raises(WeightsIncomplete, match="Ingresos"):
        weigh(world.ana, selection.id, ledger.uuid7(), some)


def test_a_partner_that_does_not_decide_is_refused_and_a_stranger_finds_nothing(world):
    selection = choice(world)
    with pytest.raises(NotADecidingSide):
        weigh(world.fidel, selection.id, ledger.uuid7(), weights(selection, 1, 1, 1))
    with pytest.raises(Selection.DoesNotExist):
        weigh(world.elena, selection.id, ledger.uuid7(), weights(selection, 1, 1, 1))


def test_a_round_closed_with_a_reason_shows_the_weights_there_are(world):
    selection = choice(world)
    weigh(world.ana, selection.id, ledger.uuid7(), weights(selection, 1, 1, 1))
    with transaction.atomic():
        close_round(world.ana, selection.id, ledger.uuid7(), "El ministerio no contestó en dos semanas")
    assert list(table(again(selection)).shown_weightings) == [world.institute.id]
