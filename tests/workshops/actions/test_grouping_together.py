"""Several people group at once: a move that did not see what another had done overwrites nothing."""

import pytest

from milpa import ledger
from milpa.workshops.actions import closing, grouping
from milpa.workshops.actions.grouping_together import Move, begin_group, move_cards
from milpa.workshops.actions.planning import edit_workshop
from milpa.workshops.models import Card, CardPlaced, Workshop
from milpa.workshops.refusals import NotAParticipant, WorkshopIsClosed
from milpa.workshops.room_refusals import GroupingNotForPhones, GroupingNotOpen, GroupIsGone
from milpa.workshops.wall import wall_of
from tests.workshops.actions.test_photographing import helper
from tests.workshops.story import CARDS

REBATE, ROAD = CARDS[2][1], CARDS[3][1]


def let_phones_group(story):
    edit_workshop(story.beto, story.id, Workshop.objects.get(id=story.id).revision, phones_group=True)


@pytest.fixture
def grouping_phones(written):
    let_phones_group(written)
    written.go_to("grouping")
    return written


def move(story, text, seen=None):
    return Move(ledger.uuid7(), story.cards[text].id, seen.id if seen else None)


def lies(story, text):
    return {card.text: group.name for group in wall_of(story.workshop).groups for card in group.cards}.get(text)


def test_participants_make_a_group_in_their_words_and_lay_cards_into_it(grouping_phones):
    story = grouping_phones
    group = begin_group(story.rosa.person, story.id, ledger.uuid7(), "Precio")
    move_cards(story.tomas.person, story.id, [move(story, REBATE)], group.id)
    assert (lies(story, REBATE), group.named_by_id) == ("Precio", story.rosa.id)


def test_of_two_who_move_one_card_the_second_does_not_overwrite_and_is_told(grouping_phones):
    story = grouping_phones
    prices, roads = (begin_group(story.rosa.person, story.id, ledger.uuid7(), name) for name in ("Precio", "Caminos"))
    move_cards(story.rosa.person, story.id, [move(story, REBATE)], prices.id)
    moved = move_cards(story.tomas.person, story.id, [move(story, REBATE), move(story, ROAD)], roads.id)
    assert (lies(story, REBATE), lies(story, ROAD), len(moved.placed)) == ("Precio", "Caminos", 1)
    assert "Rosa" in str(moved.left[0]) and "Precio" in str(moved.left[0])


def test_having_seen_where_it_lies_one_may_move_it_again(grouping_phones):
    story = grouping_phones
    prices, roads = (begin_group(story.rosa.person, story.id, ledger.uuid7(), name) for name in ("Precio", "Caminos"))
    move_cards(story.rosa.person, story.id, [move(story, REBATE)], prices.id)
    move_cards(story.tomas.person, story.id, [move(story, REBATE, seen=prices)], roads.id)
    assert lies(story, REBATE) == "Caminos"
    move_cards(story.tomas.person, story.id, [move(story, REBATE, seen=roads)], None)
    assert lies(story, REBATE) is None


def test_two_who_agree_put_it_there_once(grouping_phones):
    story = grouping_phones
    prices = begin_group(story.rosa.person, story.id, ledger.uuid7(), "Precio")
    move_cards(story.rosa.person, story.id, [move(story, REBATE)], prices.id)
    moved = move_cards(story.tomas.person, story.id, [move(story, REBATE)], prices.id)
    assert (CardPlaced.objects.count(), moved.left) == (1, [])


def test_a_move_sent_twice_is_one_also_after_the_card_went_on(grouping_phones):
    story = grouping_phones
    prices = begin_group(story.rosa.person, story.id, ledger.uuid7(), "Precio")
    sent = move(story, REBATE)
    move_cards(story.rosa.person, story.id, [sent], prices.id)
    grouping.place_card(story.beto, story.id, ledger.uuid7(), story.cards[REBATE].id, None)
    move_cards(story.rosa.person, story.id, [sent], prices.id)
    assert lies(story, REBATE) is None


def test_where_the_plan_does_not_say_so_phones_are_refused_and_helpers_are_not(written):
    written.go_to("grouping")
    with pytest.raises(GroupingNotForPhones):
        begin_group(written.rosa.person, written.id, ledger.uuid7(), "Precio")
    with pytest.raises(GroupingNotForPhones):
        move_cards(written.rosa.person, written.id, [move(written, REBATE)], None)
    group = begin_group(helper(written), written.id, ledger.uuid7(), "Precio")
    move_cards(written.beto, written.id, [move(written, REBATE)], group.id)
    assert lies(written, REBATE) == "Precio"


def test_before_grouping_phones_move_nothing(written):
    let_phones_group(written)
    with pytest.raises(GroupingNotOpen):
        move_cards(written.rosa.person, written.id, [move(written, REBATE)], None)


def test_a_group_that_was_taken_away_meanwhile_takes_no_card(grouping_phones):
    story = grouping_phones
    gone = begin_group(story.rosa.person, story.id, ledger.uuid7(), "Precio")
    grouping.dissolve_group(story.beto, story.id, ledger.uuid7(), gone.id)
    with pytest.raises(GroupIsGone):
        move_cards(story.rosa.person, story.id, [move(story, REBATE)], gone.id)


def test_nothing_is_moved_in_a_closed_workshop(judged):
    let_phones_group(judged)
    closing.close_workshop(judged.beto, judged.id, ledger.uuid7())
    with pytest.raises(WorkshopIsClosed):
        move_cards(judged.rosa.person, judged.id, [move(judged, ROAD, judged.groups["Caminos"])], None)


def test_cards_of_another_workshop_and_strangers_are_refused(grouping_phones):
    story = grouping_phones
    with pytest.raises(Card.DoesNotExist):
        move_cards(story.rosa.person, story.id, [Move(ledger.uuid7(), ledger.uuid7(), None)], None)
    for by in (story.world.elena, story.world.carmen):
        with pytest.raises(NotAParticipant):
            move_cards(by, story.id, [move(story, REBATE)], None)
