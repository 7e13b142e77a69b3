"""Closing a workshop proposes its groups as needs."""

import pytest

from milpa import ledger
from milpa.workshops.actions import closing, grouping
from milpa.workshops.models import Need, Workshop, WorkshopClosed
from milpa.workshops.refusals import VoteIsOpen, WorkshopIsClosed, WorkshopNotClosed
from tests.workshops.story import needs_of


def test_closing_proposes_each_group_as_a_need_in_the_order_of_ict_and_votes(closed):
    needs = [(need.title, need.place, need.rank, need.votes, need.suits_ict) for need in Need.objects.of(closed.world.id)]
    assert [row for row in needs if row[1]] == [
        ("Precio y temporada", 1, 1, 3, True),
        ("Vender directo", 2, 2, 2, True),
        ("Reservaciones", 3, 1, 1, False),
    ]
    roads = Need.objects.of(closed.world.id).get(title="Caminos")
    assert (roads.place, roads.solved_by_training, roads.handed_to) == (None, False, "Municipalidad")


def test_each_need_keeps_its_cards(closed):
    prices = Need.objects.of(closed.world.id).get(title="Precio y temporada")
    assert {row.card.text for row in prices.cards.all()} == {"No sé cuánto cobrar en temporada baja", "Siempre me piden rebaja"}


def test_closing_twice_closes_once_and_changes_no_revision(closed):
    before = needs_of(closed).revision
    closing.close_workshop(closed.beto, closed.id, ledger.uuid7())
    assert WorkshopClosed.objects.filter(workshop=closed.id).count() == 1
    assert needs_of(closed).revision == before


def test_nothing_is_grouped_in_a_closed_workshop(closed):
    with pytest.raises(WorkshopIsClosed):
        grouping.make_group(closed.beto, closed.id, ledger.uuid7(), "Tarde")


def test_a_workshop_is_not_closed_while_people_vote(grouped):
    grouped.open_vote()
    with pytest.raises(VoteIsOpen):
        closing.close_workshop(grouped.beto, grouped.id, ledger.uuid7())


def test_opened_again_with_a_reason_it_brings_its_needs_up_to_date_when_it_closes(closed):
    closing.reopen_workshop(closed.beto, closed.id, ledger.uuid7(), "Faltaba una tarjeta")
    rebate, direct = closed.cards["Siempre me piden rebaja"], closed.groups["Vender directo"]
    grouping.place_card(closed.beto, closed.id, ledger.uuid7(), rebate.id, direct.id)
    closing.close_workshop(closed.beto, closed.id, ledger.uuid7())
    assert Need.objects.of(closed.world.id).count() == 4
    assert Need.objects.of(closed.world.id).get(title="Vender directo").cards.count() == 2


def test_elena_closes_nothing_of_others(judged):
    with pytest.raises(Workshop.DoesNotExist):
        closing.close_workshop(judged.world.elena, judged.id, ledger.uuid7())


def test_the_minutes_wait_for_the_end(judged):
    with pytest.raises(WorkshopNotClosed):
        closing.issue_minutes(judged.beto, judged.id, ledger.uuid7())
