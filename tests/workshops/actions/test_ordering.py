"""The needs before they are frozen."""

import pytest

from milpa import ledger
from milpa.ledger.refusals import StaleRevision
from milpa.workshops.actions import ordering
from milpa.workshops.models import Need, Needs
from milpa.workshops.refusals import NotMovable, ReasonNeeded
from tests.workshops.story import needs_of


def need(story, title):
    return Need.objects.get(needs__programme=story.world.programme, title=title)


def order(story):
    return list(Need.objects.of(story.world.id).filter(place__isnull=False).values_list("title", flat=True))


def test_the_group_moves_a_need_with_a_reason_that_stays_beside_it(closed):
    direct = need(closed, "Vender directo")
    with pytest.raises(ReasonNeeded):
        ordering.move_need(closed.beto, direct.id, ledger.uuid7(), 1, "  ")
    id = ledger.uuid7()
    ordering.move_need(closed.beto, direct.id, id, 1, "No puede esperar", proposed_by=closed.tomas.id, hands=(3, 1, 0))
    ordering.move_need(closed.beto, direct.id, id, 1, "No puede esperar", proposed_by=closed.tomas.id, hands=(3, 1, 0))
    assert order(closed) == ["Vender directo", "Precio y temporada", "Reservaciones"]
    assert need(closed, "Vender directo").moved_because == "No puede esperar"


def test_what_is_handed_on_has_no_place_to_be_moved_to(closed):
    with pytest.raises(NotMovable):
        ordering.move_need(closed.beto, need(closed, "Caminos").id, ledger.uuid7(), 1, "Urge")


def test_two_proposals_become_one_need_with_the_cards_of_both(closed):
    direct, bookings = need(closed, "Vender directo"), need(closed, "Reservaciones")
    joined = ordering.join_needs(closed.beto, bookings.id, needs_of(closed).revision, direct.id)
    assert (joined.votes, joined.cards.count()) == (3, 2)
    assert order(closed) == ["Precio y temporada", "Vender directo"] or joined.rank == 1


def test_a_need_that_did_not_come_from_the_workshop_says_where_it_was_found_and_the_association_decides(closed):
    was = needs_of(closed).revision
    with pytest.raises(ReasonNeeded):
        ordering.add_need(closed.beto, closed.world.id, was, ledger.uuid7(), "Primeros auxilios", found_in="")
    added = ordering.add_need(closed.beto, closed.world.id, was, ledger.uuid7(), "Primeros auxilios", found_in="Dos visitas")
    ordering.decide_added(closed.world.carmen, added.id, ledger.uuid7(), False, "Este año no")
    added.refresh_from_db()
    assert (added.is_declined, added.place) == (True, None)
    with pytest.raises(NotMovable):
        ordering.decide_added(closed.world.carmen, need(closed, "Vender directo").id, ledger.uuid7(), False, "No")


def test_a_save_from_a_stale_tab_is_refused(closed):
    was = needs_of(closed).revision
    ordering.describe_need(closed.beto, need(closed, "Reservaciones").id, was, done_instead="Asistencia técnica")
    with pytest.raises(StaleRevision):
        ordering.describe_need(closed.beto, need(closed, "Reservaciones").id, was, done_instead="Nada")


def test_an_answer_is_never_empty_and_strangers_give_none(closed):
    direct = need(closed, "Vender directo")
    with pytest.raises(ReasonNeeded):
        ordering.answer_need(closed.world.ana, direct.id, ledger.uuid7(), "will_be_done", " ")
    for stranger in (closed.world.elena, closed.world.diego):
        with pytest.raises((Need.DoesNotExist, Needs.DoesNotExist)):
            ordering.answer_need(stranger, direct.id, ledger.uuid7(), "will_be_done", "Se hará")
