"""From the need to its actions and back, as far as the person may see them."""

from milpa import ledger
from milpa.strategies import threads
from milpa.strategies.actions.sheets import add_action
from tests.strategies.story import enterprise_of, need


def test_a_need_leads_to_its_actions_in_their_order_and_back_in_the_order_of_priority(world, drafted):
    price, bookings = need(world, "Precio y temporada"), need(world, "Reservaciones en orden")
    second = add_action(world.ana, drafted.id, drafted.now, ledger.uuid7(), {"name": "Visitas", "answers": [bookings.id]})
    assert threads.from_needs([bookings.id]) == {bookings.id: [drafted.action.id, second.id]}
    assert threads.to_needs([drafted.action.id]) == {drafted.action.id: [price.id, bookings.id]}
    assert threads.best([world.id]) == {world.id: [drafted.action.id, second.id]}
    assert threads.programme([second.id]) == {second.id: world.id}


def test_partners_see_the_action_an_owner_with_an_enterprise_too_and_elena_nothing(world, drafted):
    id = drafted.action.id
    assert threads.knots([id], world.carmen)[id].text == "Mercadeo"
    assert threads.knots([id], world.rosa) == {}
    enterprise_of(world, world.rosa, "Hotel Luna")
    assert threads.knots([id], world.rosa)[id].text == "Mercadeo"
    assert threads.knots([id], world.elena) == {}
    assert threads.knots([id], None) == {}
