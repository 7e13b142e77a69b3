"""A need gets its action, or the reason why it has none."""

import pytest

from milpa import ledger
from milpa.strategies.actions.serving import explain_need, serve_need, stop_serving
from milpa.strategies.figures import coverage_of
from milpa.strategies.reads import paper_at
from milpa.strategies.refusals import NeedNotQuoted
from tests.strategies.story import need, now


def covered(drafted):
    drafted.strategy.refresh_from_db()
    return coverage_of(paper_at(drafted.strategy)[0])


def test_a_need_without_its_action_is_missing_until_a_reason_is_written(world, drafted):
    bookings = need(world, "Reservaciones en orden")
    stop_serving(world.ana, drafted.id, drafted.now, drafted.action.id, bookings.id)
    assert covered(drafted).uncovered == (str(bookings.id),)
    explain_need(world.ana, drafted.id, drafted.now, bookings.id, "Se atiende con visitas.")
    assert covered(drafted).is_complete
    explain_need(world.ana, drafted.id, drafted.now, bookings.id, " ")
    assert not covered(drafted).is_complete
    serve_need(world.ana, drafted.id, drafted.now, drafted.action.id, bookings.id)
    assert covered(drafted).is_complete


def test_serving_twice_is_once(world, drafted):
    price, before = need(world, "Precio y temporada"), now(drafted.strategy)
    assert serve_need(world.ana, drafted.id, before, drafted.action.id, price.id) == before


def test_a_need_of_nobody_is_refused(world, drafted):
    with pytest.raises(NeedNotQuoted):
        explain_need(world.ana, drafted.id, drafted.now, ledger.uuid7(), "Porque sí.")
