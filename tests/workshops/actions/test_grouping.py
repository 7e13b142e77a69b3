"""Grouping: the newest placing and the newest name count, whoever and whenever."""

import pytest

from milpa import ledger
from milpa.workshops.actions import grouping
from milpa.workshops.models import Card, CardPlaced, Group, Workshop
from milpa.workshops.moves import newest_moves
from milpa.workshops.refusals import AnotherWorkshop, GroupNameNeeded
from milpa.workshops.wall import wall_of
from tests.workshops.story import CARDS


def where(story, text):
    return next((group.name for group in wall_of(story.workshop).groups for card in group.cards if card.text == text), None)


def test_a_card_lies_where_it_was_laid_last(grouped):
    card = grouped.cards["Siempre me piden rebaja"]
    grouping.place_card(grouped.beto, grouped.id, ledger.uuid7(), card.id, grouped.groups["Vender directo"].id)
    assert where(grouped, card.text) == "Vender directo"
    grouping.place_card(grouped.world.ana, grouped.id, ledger.uuid7(), card.id, None)
    assert where(grouped, card.text) is None


def test_an_old_placing_sent_again_moves_nothing(grouped):
    card, id = grouped.cards["Siempre me piden rebaja"], ledger.uuid7()
    grouping.place_card(grouped.beto, grouped.id, id, card.id, grouped.groups["Caminos"].id)
    grouping.place_card(grouped.beto, grouped.id, ledger.uuid7(), card.id, grouped.groups["Vender directo"].id)
    grouping.place_card(grouped.beto, grouped.id, id, card.id, grouped.groups["Caminos"].id)
    assert where(grouped, card.text) == "Vender directo"


def test_of_several_cards_sent_again_only_the_new_ones_are_added(grouped):
    one, other = grouped.cards["Siempre me piden rebaja"], grouped.cards["El camino se cierra cuando llueve"]
    first, before = (ledger.uuid7(), one.id), CardPlaced.objects.count()
    grouping.place_cards(grouped.beto, grouped.id, [first], grouped.groups["Vender directo"].id)
    grouping.place_cards(grouped.beto, grouped.id, [first, (ledger.uuid7(), other.id)], grouped.groups["Vender directo"].id)
    assert CardPlaced.objects.count() == before + 2
    assert len(wall_of(grouped.workshop).group(grouped.groups["Vender directo"].id).cards) == 3


def test_a_group_is_called_by_its_newest_name_and_keeps_whose_words_it_was(grouped):
    group = grouped.groups["Precio y temporada"]
    named = grouping.name_group(grouped.beto, grouped.id, ledger.uuid7(), group.id, "Cuánto cobrar", named_by=grouped.tomas.id)
    assert wall_of(grouped.workshop).group(group.id).name == "Cuánto cobrar"
    assert named.named_by == grouped.tomas


def test_a_group_needs_a_name_and_a_namer_of_this_room(grouped):
    with pytest.raises(GroupNameNeeded):
        grouping.make_group(grouped.beto, grouped.id, ledger.uuid7(), "  ")
    with pytest.raises(AnotherWorkshop):
        grouping.make_group(grouped.beto, grouped.id, ledger.uuid7(), "Nombre", named_by=ledger.uuid7())


def test_cards_of_a_dissolved_group_lie_without_a_group_again(grouped):
    grouping.dissolve_group(grouped.beto, grouped.id, ledger.uuid7(), grouped.groups["Reservaciones"].id)
    assert [card.text for card in wall_of(grouped.workshop).loose] == ["Se me juntan dos reservaciones el mismo día"]


def test_what_training_does_not_solve_is_handed_on_and_not_voted(grouped):
    wall = wall_of(grouped.workshop)
    assert wall.group(grouped.groups["Caminos"].id).handed_to == "Municipalidad"
    assert [group.name for group in wall.to_vote] == ["Vender directo", "Precio y temporada", "Reservaciones"]


@pytest.mark.parametrize("who", ["elena", "diego", "rosa"])
def test_who_does_not_facilitate_groups_nothing(grouped, who):
    with pytest.raises(Workshop.DoesNotExist):
        grouping.make_group(getattr(grouped.world, who), grouped.id, ledger.uuid7(), "Mío")
    assert Group.objects.count() == 4


def test_joined_groups_keep_every_card_with_its_author(grouped):
    gone, into = grouped.groups["Vender directo"], grouped.groups["Precio y temporada"]
    authors = {card.id: card.participant_id for card in grouped.cards.values()}
    id = ledger.uuid7()
    for _time in range(2):
        grouping.merge_groups(grouped.beto, grouped.id, id, gone.id, into.id)
    wall = wall_of(grouped.workshop)
    pile = wall.group(into.id)
    assert (len(pile.cards), gone.id in {group.id for group in wall.groups}) == (3, False)
    assert {card.id: Card.objects.get(id=card.id).participant_id for card in pile.cards} == {
        card.id: authors[card.id] for card in pile.cards
    }


def test_a_group_is_not_joined_with_itself_nor_by_a_stranger(grouped):
    one, other = grouped.groups["Vender directo"], grouped.groups["Reservaciones"]
    with pytest.raises(AnotherWorkshop):
        grouping.merge_groups(grouped.beto, grouped.id, ledger.uuid7(), one.id, one.id)
    with pytest.raises(Workshop.DoesNotExist):
        grouping.merge_groups(grouped.world.elena, grouped.id, ledger.uuid7(), one.id, other.id)


def test_of_two_people_who_move_a_card_the_last_counts_and_hears_of_the_other(grouped):
    card, seen = grouped.cards[CARDS[0][1]], grouped.groups["Vender directo"]
    grouping.place_card(grouped.world.ana, grouped.id, ledger.uuid7(), card.id, grouped.groups["Reservaciones"].id)
    (other,) = grouping.overtaken(grouped.beto, grouped.id, {card.id: seen.id})
    assert (other.by, other.group) == (grouped.world.ana, grouped.groups["Reservaciones"])
    grouping.place_card(grouped.beto, grouped.id, ledger.uuid7(), card.id, grouped.groups["Precio y temporada"].id)
    assert card.id in {one.id for one in wall_of(grouped.workshop).group(grouped.groups["Precio y temporada"].id).cards}
    assert newest_moves(grouped.workshop)[0].words.startswith("Beto")


def test_where_nobody_else_moved_it_nothing_is_said(grouped):
    card = grouped.cards[CARDS[0][1]]
    assert grouping.overtaken(grouped.beto, grouped.id, {card.id: grouped.groups["Vender directo"].id}) == []
