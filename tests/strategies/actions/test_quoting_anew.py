"""Needs that were frozen again are taken in with the next save, and what they left behind goes."""

import pytest
from django.db import transaction

from milpa import ledger
from milpa.strategies.actions.quoting_anew import newer_needs, quote_needs_anew
from milpa.strategies.actions.starting import start_strategy
from milpa.strategies.models import Strategy
from milpa.strategies.refusals import NeedsNotFrozen
from milpa.workshops.models import NeedsFrozen
from tests.strategies.story import frozen_needs, need


def test_nothing_is_quoted_before_the_order_is_frozen(world):
    strategy = start_strategy(world.ana, world.id)
    with pytest.raises(NeedsNotFrozen):
        quote_needs_anew(world.ana, strategy.id, 1)
    frozen_needs(world)
    assert newer_needs(strategy)
    quote_needs_anew(world.ana, strategy.id, 1)
    assert not newer_needs(Strategy.objects.get())


def test_a_need_that_was_declined_meanwhile_leaves_the_strategy(world, drafted):
    bookings = need(world, "Reservaciones en orden")
    bookings.is_declined = True
    bookings.save()
    with transaction.atomic():
        ledger.append([NeedsFrozen(id=ledger.uuid7(), by=world.ana, institution=world.institute, needs=bookings.needs, number=2)])
    quote_needs_anew(world.ana, drafted.id, drafted.now)
    assert bookings.id not in drafted.strategy.quoted.values_list("need", flat=True)
    assert drafted.action.answers.get().need.title == "Precio y temporada"
