"""Does it suit ICT? One value a criterion for the room, after the vote."""

import pytest

from milpa import ledger
from milpa.workshops.actions import judging
from milpa.workshops.models import Judgement
from milpa.workshops.refusals import ValueOutOfRange, VoteNotClosed
from milpa.workshops.wall import wall_of


def test_the_newest_value_of_a_criterion_counts_and_a_missing_one_leaves_the_group_unjudged(voted):
    group = voted.groups["Vender directo"]
    judging.judge(voted.beto, voted.id, ledger.uuid7(), group.id, "screen", 1)
    judging.judge(voted.beto, voted.id, ledger.uuid7(), group.id, "screen", 3, "Se aprende en el celular")
    seen = wall_of(voted.workshop).group(group.id)
    assert (seen.judgements["screen"].value, seen.judgements["screen"].words) == (3, "Se aprende en el celular")
    assert seen.suitability.suits is None


@pytest.mark.parametrize(("criterion", "value"), [("screen", 4), ("screen", -1), ("prestige", 2)])
def test_a_judgement_goes_from_0_to_3_on_the_five_criteria(voted, criterion, value):
    with pytest.raises(ValueOutOfRange):
        judging.judge(voted.beto, voted.id, ledger.uuid7(), voted.groups["Vender directo"].id, criterion, value)


def test_ict_is_not_spoken_of_before_the_vote_is_closed(grouped):
    grouped.open_vote()
    with pytest.raises(VoteNotClosed):
        judging.judge(grouped.beto, grouped.id, ledger.uuid7(), grouped.groups["Vender directo"].id, "screen", 3)


def test_one_judgement_sent_again_with_new_ones_is_stored_once(voted):
    first = judging.Said(ledger.uuid7(), "screen", 3)
    group = voted.groups["Vender directo"]
    judging.judge_group(voted.beto, voted.id, group.id, [first])
    judging.judge_group(voted.beto, voted.id, group.id, [first, judging.Said(ledger.uuid7(), "reach", 2)])
    assert Judgement.objects.filter(group=group).count() == 2
