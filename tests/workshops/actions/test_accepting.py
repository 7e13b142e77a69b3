"""Proposals are answered by people: accepted they are groups and placings, dismissed they are gone."""

import pytest

from milpa import ledger
from milpa.workshops.actions import accepting
from milpa.workshops.actions.closing import close_workshop
from milpa.workshops.ballot_refusals import ProposalIsOld
from milpa.workshops.models import CardPlaced, Group, ProposalAnswered, Workshop
from milpa.workshops.proposals_shown import proposed_for
from milpa.workshops.refusals import GroupNameNeeded, WorkshopIsClosed
from milpa.workshops.wall import wall_of
from tests.workshops.story import CARDS

LOW, REBATE, ROAD = CARDS[1][1], CARDS[2][1], CARDS[3][1]


@pytest.fixture
def grouping(written):
    written.go_to("grouping")
    return written


def on_wall(story):
    return {group.name: {card.text for card in group.cards} for group in wall_of(story.workshop).groups}


def accept(story, *texts, id=None, **more):
    said = {"key": "price:1", "name": "Cobrar", "reason": "Hablan de precio"} | more
    return accepting.accept_group(story.beto, story.id, id or ledger.uuid7(), cards=[story.cards[text].id for text in texts], **said)


def test_what_speaks_of_price_is_proposed_with_its_words_and_nothing_is_grouped_by_itself(grouping):
    found = proposed_for(grouping.workshop)
    price = next(one for one in found.groups if {card.text for card in one.cards} >= {LOW, REBATE})
    assert "cuánto cobrar" in price.reason
    assert "rebaja" in price.reason
    assert on_wall(grouping) == {}


def test_an_accepted_group_is_made_with_the_name_that_people_gave_it(grouping):
    accept(grouping, LOW, REBATE)
    assert on_wall(grouping) == {"Cobrar": {LOW, REBATE}}
    answer = ProposalAnswered.objects.get()
    assert (answer.accepted, answer.reason, answer.by) == (True, "Hablan de precio", grouping.beto)


def test_accepted_twice_by_the_same_press_it_is_one(grouping):
    id = ledger.uuid7()
    for _time in range(2):
        accept(grouping, LOW, REBATE, id=id)
    assert (Group.objects.count(), CardPlaced.objects.count()) == (1, 2)


def test_a_card_that_somebody_grouped_meanwhile_stays_where_they_put_it(grouping):
    grouping.group("Mío", LOW)
    accept(grouping, LOW, REBATE)
    assert on_wall(grouping) == {"Mío": {LOW}, "Cobrar": {REBATE}}
    with pytest.raises(ProposalIsOld):
        accept(grouping, LOW, REBATE)


def test_cards_go_into_a_group_that_speaks_of_the_same(grouping):
    group = grouping.group("Precios", LOW)
    found = next(one for one in proposed_for(grouping.workshop).groups if one.into)
    assert (found.into.id, REBATE in {card.text for card in found.cards}) == (group.id, True)
    accept(grouping, REBATE, into=group.id)
    assert on_wall(grouping) == {"Precios": {LOW, REBATE}}


def test_a_dismissed_proposal_is_not_shown_again_until_its_cards_differ(grouping):
    found = proposed_for(grouping.workshop)
    for one in found.groups:
        accepting.dismiss(grouping.beto, grouping.id, ledger.uuid7(), kind="group", key=one.key, reason=one.reason)
    assert proposed_for(grouping.workshop).groups == ()
    grouping.write("tomas", "No sé qué rebaja dar ni cuánto cobrar")
    assert len(proposed_for(grouping.workshop).groups) == 1
    assert not CardPlaced.objects.exists()


def test_two_cards_that_say_the_same_lie_together_each_as_its_author_wrote_it(grouping):
    again = grouping.write("lidia", "no se cuanto cobrar temporada baja")
    (pair,) = proposed_for(grouping.workshop).pairs
    assert "temporada" in pair.reason
    accepting.accept_alike(grouping.beto, grouping.id, ledger.uuid7(), key=pair.key, one=pair.one.id, other=pair.other.id)
    assert on_wall(grouping) == {again.text: {LOW, again.text}}
    assert proposed_for(grouping.workshop).pairs == ()


def test_one_that_lies_in_a_group_draws_the_other_there(grouping):
    again = grouping.write("lidia", "no se cuanto cobrar temporada baja")
    grouping.group("Precios", again.text)
    (pair,) = proposed_for(grouping.workshop).pairs
    accepting.accept_alike(grouping.beto, grouping.id, ledger.uuid7(), key=pair.key, one=pair.one.id, other=pair.other.id)
    assert on_wall(grouping) == {"Precios": {LOW, again.text}}


def test_a_group_needs_a_name_and_an_open_workshop(grouping):
    with pytest.raises(GroupNameNeeded):
        accept(grouping, LOW, REBATE, name=" ")
    close_workshop(grouping.beto, grouping.id, ledger.uuid7())
    with pytest.raises(WorkshopIsClosed):
        accept(grouping, LOW, REBATE)


def test_strangers_and_partners_answer_nothing(grouping):
    for who in (grouping.world.elena, grouping.world.diego, grouping.rosa.person):
        with pytest.raises(Workshop.DoesNotExist):
            accepting.dismiss(who, grouping.id, ledger.uuid7(), kind="group", key="price:1")
